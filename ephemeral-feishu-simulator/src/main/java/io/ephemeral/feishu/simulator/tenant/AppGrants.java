package io.ephemeral.feishu.simulator.tenant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scopes, events and callbacks of an app.
 */
public record AppGrants(Set<String> scopes, Set<String> events, Set<String> callbacks) {

	public static final String MESSAGE = "im.message.receive_v1";

	public static final String CLICK = "card.action.trigger";

	public static final String USER_AGENT = "im:user_agent:read";

	private static final String MENTIONS = "im:message.group_at_msg:readonly";

	private static final String GROUP_MESSAGES = "im:message.group_msg";

	private static final String DIRECT_MESSAGES = "im:message.p2p_msg:readonly";

	/**
	 * Everything that the simulator knows. Each of the first three scopes is enough for
	 * cards, each of the chat scopes for chats.
	 */
	public static final AppGrants ALL = new AppGrants(Set.of("im:message", "im:message:send_as_bot",
			"im:message:update", "im:chat", "im:chat:read", "im:chat:readonly", MENTIONS, GROUP_MESSAGES,
			DIRECT_MESSAGES, USER_AGENT, "application:application:self_manage"),
			Set.of(MESSAGE, "application.bot.menu_v6"), Set.of(CLICK));

	public static final AppGrants NONE = new AppGrants(Set.of(), Set.of(), Set.of());

	public AppGrants {
		scopes = Set.copyOf(scopes);
		events = Set.copyOf(events);
		callbacks = Set.copyOf(callbacks);
	}

	AppGrants withScopes(Set<String> scopes) {
		return new AppGrants(scopes, this.events, this.callbacks);
	}

	AppGrants and(AppGrants others) {
		return new AppGrants(union(this.scopes, others.scopes), union(this.events, others.events),
				union(this.callbacks, others.callbacks));
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> all = new HashSet<>(some);
		all.addAll(others);
		return all;
	}

	/**
	 * Returns the grants that the simulator knows, without some.
	 */
	AppGrants knownWithout(Set<String> dropped) {
		return new AppGrants(known(this.scopes, ALL.scopes, dropped), known(this.events, ALL.events, dropped),
				known(this.callbacks, ALL.callbacks, dropped));
	}

	private static Set<String> known(Set<String> names, Set<String> all, Set<String> dropped) {
		Set<String> known = new HashSet<>(names);
		known.retainAll(all);
		known.removeAll(dropped);
		return known;
	}

	boolean hasAnyScope(List<String> anyOf) {
		return anyOf.stream().anyMatch(this.scopes::contains);
	}

	/**
	 * Returns whether the app receives a message. A mention of all members is not a
	 * mention of the bot; the documents leave this open.
	 */
	public boolean receives(Chat chat, WrittenMessage written) {
		if (!this.events.contains(MESSAGE)) {
			return false;
		}
		if (chat.mode() == ChatMode.DIRECT) {
			return this.scopes.contains(DIRECT_MESSAGES);
		}
		boolean mentionsBot = written.mentions().stream().anyMatch((mention) -> mention.person() == null);
		return this.scopes.contains(GROUP_MESSAGES) || (mentionsBot && this.scopes.contains(MENTIONS));
	}

}
