package io.ephemeral.feishu.simulator.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Chat with its members and their screens. Its {@link Tenant} guards all of that.
 */
public final class Chat {

	private final String id;

	private final String name;

	private final ChatMode mode;

	private final Map<String, Person> members = new LinkedHashMap<>();

	private final Map<String, Person> formerMembers = new HashMap<>();

	private final Map<Person, Map<String, ScreenMessage>> screens = new HashMap<>();

	private final Map<Person, List<Toast>> toasts = new HashMap<>();

	private boolean botPresent = true;

	Chat(String id, String name, ChatMode mode) {
		this.id = id;
		this.name = name;
		this.mode = mode;
	}

	public String id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public ChatMode mode() {
		return this.mode;
	}

	boolean botPresent() {
		return this.botPresent;
	}

	void botPresent(boolean present) {
		this.botPresent = present;
	}

	void requireBot(ApiError refusal) {
		if (!this.botPresent) {
			throw ApiRefusal.of(refusal);
		}
	}

	void requireGroup() {
		if (this.mode == ChatMode.DIRECT) {
			throw new IllegalStateException("Members can join or leave a group only, but not the direct chat " + this);
		}
	}

	void add(Person person) {
		this.members.putIfAbsent(person.name(), person);
		this.formerMembers.remove(person.name());
	}

	void remove(Person person) {
		this.members.remove(person.name());
		this.formerMembers.put(person.name(), person);
		this.screens.remove(person);
		this.toasts.remove(person);
	}

	List<Person> members() {
		return List.copyOf(this.members.values());
	}

	boolean hasMember(Person person) {
		return this.members.containsValue(person);
	}

	/**
	 * Finds a present or former member.
	 * @throws IllegalArgumentException if the chat never had a member of that name
	 */
	Person member(String name) {
		Person person = this.members.get(name);
		person = (person != null) ? person : this.formerMembers.get(name);
		if (person == null) {
			throw new IllegalArgumentException(
					"'%s' is not a member of %s: %s".formatted(name, this, this.members.keySet()));
		}
		return person;
	}

	/**
	 * Finds a present member.
	 * @throws IllegalArgumentException if the chat never had a member of that name
	 * @throws IllegalStateException if the member has left
	 */
	Person presentMember(String name) {
		Person person = member(name);
		if (!this.members.containsKey(name)) {
			throw new IllegalStateException("'%s' has left %s".formatted(name, this));
		}
		return person;
	}

	/**
	 * Shows a message to its viewer, or to all members.
	 * @return members who see it now
	 * @throws ApiRefusal if the viewer is not in the chat
	 */
	List<Person> show(@Nullable Person viewer, ScreenMessage message) {
		if (viewer == null) {
			this.members.values().forEach((member) -> putOnScreen(member, message));
			return members();
		}
		if (!this.members.containsKey(viewer.name())) {
			throw ApiRefusal.of(ApiError.USER_NOT_IN_CHAT);
		}
		if (!viewer.isOnline()) {
			return List.of();
		}
		putOnScreen(viewer, message);
		return List.of(viewer);
	}

	private void putOnScreen(Person member, ScreenMessage message) {
		this.screens.computeIfAbsent(member, (key) -> new LinkedHashMap<>()).put(message.messageId(), message);
	}

	/**
	 * Changes a card on the screens that show it.
	 * @param viewers members whose screens change; empty for all members
	 * @return members whose screens have changed
	 */
	List<Person> replace(String messageId, JsonNode card, Set<Person> viewers) {
		List<Person> changed = new ArrayList<>();
		this.screens.forEach((member, screen) -> {
			if ((viewers.isEmpty() || viewers.contains(member)) && screen.get(messageId) instanceof ScreenCard before) {
				screen.put(messageId, before.with(card));
				changed.add(member);
			}
		});
		return changed;
	}

	void removeMessage(String messageId) {
		this.screens.values().forEach((screen) -> screen.remove(messageId));
	}

	List<ScreenMessage> screenOf(Person member) {
		return List.copyOf(this.screens.getOrDefault(member, Map.of()).values());
	}

	/**
	 * Finds a card on the screen of a member.
	 * @throws IllegalStateException if the screen does not show it
	 */
	ScreenCard cardOnScreen(Person member, String messageId) {
		if (this.screens.getOrDefault(member, Map.of()).get(messageId) instanceof ScreenCard card) {
			return card;
		}
		throw new IllegalStateException(
				"No card %s is on the screen of %s in %s".formatted(messageId, member.name(), this));
	}

	void addToast(Person member, Toast toast) {
		this.toasts.computeIfAbsent(member, (key) -> new ArrayList<>()).add(toast);
	}

	List<Toast> toastsOf(Person member) {
		return List.copyOf(this.toasts.getOrDefault(member, List.of()));
	}

	ChatView view() {
		return new ChatView(this, this.botPresent,
				this.members.values()
					.stream()
					.map((person) -> new ChatView.MemberView(person, screenOf(person), toastsOf(person)))
					.toList());
	}

	/**
	 * Returns the id of a new topic; absent outside of topic groups, in which every
	 * message opens a topic unless it is a reply.
	 */
	@Nullable String newThreadId() {
		return (this.mode == ChatMode.TOPIC) ? "omt_" + Ids.random() : null;
	}

	@Override
	public String toString() {
		return "chat '" + this.name + "' (" + this.id + ")";
	}

}
