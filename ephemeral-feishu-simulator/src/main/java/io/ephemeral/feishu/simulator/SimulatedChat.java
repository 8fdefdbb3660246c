package io.ephemeral.feishu.simulator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.ScreenCard;
import io.ephemeral.feishu.simulator.tenant.ScreenMessage;
import io.ephemeral.feishu.simulator.tenant.ScreenText;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.Toast;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chat with the app's bot and some members, and the screen of each of them: a group, or
 * the {@linkplain SimulatedMember#directChat() direct chat} of one person.
 * <p>
 * Methods that take the name of a member throw an {@link IllegalArgumentException} that
 * lists the members if the chat never had a member of that name. They also accept the
 * names of former members, so that a test can send to them.
 * <p>
 * All methods may be called from any thread.
 */
public final class SimulatedChat {

	private final ChatHandles handles;

	private final Tenant tenant;

	private final Chat chat;

	SimulatedChat(ChatHandles handles, Chat chat) {
		this.handles = handles;
		this.tenant = handles.tenant();
		this.chat = chat;
	}

	/**
	 * Returns the id, {@code oc_…}.
	 * @return the id
	 */
	public String id() {
		return this.chat.id();
	}

	/**
	 * Returns the name; by default the names of the first members.
	 * @return the name
	 */
	public String name() {
		return this.chat.name();
	}

	/**
	 * Returns whether this is a topic group, which takes no ephemeral cards.
	 * @return whether the chat's mode is {@code topic}
	 */
	public boolean isTopic() {
		return this.chat.mode() == ChatMode.TOPIC;
	}

	/**
	 * Returns whether the bot is in the chat.
	 * @return false between {@link #removeBot()} and {@link #addBot()}
	 */
	public boolean hasBot() {
		return this.tenant.hasBot(this.chat);
	}

	/**
	 * Returns the present members, in the order in which they joined.
	 * @return the members
	 */
	public List<SimulatedMember> members() {
		return this.tenant.members(this.chat).stream().map((person) -> new SimulatedMember(this, person)).toList();
	}

	/**
	 * Returns a present or former member.
	 * @param name the member's name
	 * @return the member
	 */
	public SimulatedMember member(String name) {
		return new SimulatedMember(this, this.tenant.member(this.chat, name));
	}

	/**
	 * Returns the open id of {@link #member(String)}.
	 * @param name the member's name
	 * @return {@code ou_…}
	 */
	public String openId(String name) {
		return member(name).openId();
	}

	/**
	 * Returns the user id of {@link #member(String)}.
	 * @param name the member's name
	 * @return the user id
	 */
	public String userId(String name) {
		return member(name).userId();
	}

	/**
	 * Returns the e-mail address of {@link #member(String)}.
	 * @param name the member's name
	 * @return such as {@code ada@example.com}
	 */
	public String email(String name) {
		return member(name).email();
	}

	/**
	 * Returns the cards of the chat on this member's screen, oldest first: public cards,
	 * and ephemeral cards for this member.
	 * @param name the member's name
	 * @return the cards; none for a former member
	 */
	public List<ShownCard> seenBy(String name) {
		return messagesSeenBy(name).stream().filter(ShownCard.class::isInstance).map(ShownCard.class::cast).toList();
	}

	/**
	 * Returns the messages of the chat on this member's screen, oldest first: cards and
	 * texts.
	 * @param name the member's name
	 * @return the messages; none for a former member
	 */
	public List<ShownMessage> messagesSeenBy(String name) {
		Person viewer = this.tenant.member(this.chat, name);
		return this.tenant.screen(this.chat, name).stream().map((message) -> shown(message, viewer)).toList();
	}

	private ShownMessage shown(ScreenMessage message, Person viewer) {
		if (message instanceof ScreenText text) {
			return new ShownText(text.messageId(), id(), text.sender(), text.text());
		}
		return new ShownCard(this, viewer, (ScreenCard) message);
	}

	/**
	 * Draws the screens of all present members as text: who sees which cards, texts and
	 * toasts. The text is for people, and its shape may change.
	 * @return several lines, each with its end
	 */
	public String sketch() {
		return ChatSketch.of(this);
	}

	/**
	 * Adds a member; has no effect for a present member.
	 * @param name a new name, or that of a person in another chat
	 * @throws IllegalStateException if this is a direct chat
	 */
	public void join(String name) {
		this.tenant.join(this.chat, name);
	}

	/**
	 * Removes a member, and this chat from that member's screen.
	 * @param name the member's name
	 * @throws IllegalStateException if this is a direct chat
	 */
	public void leave(String name) {
		this.tenant.leave(this.chat, name);
	}

	/**
	 * Disconnects this person's clients, in every chat.
	 * <p>
	 * The simulator accepts a new ephemeral card for this person but never shows it, not
	 * even after {@link #goOnline(String)}. Earlier cards stay on the screen until they
	 * are deleted. The platform documents only that online clients show such a card; the
	 * rest is a strict reading.
	 * @param name the member's name
	 */
	public void goOffline(String name) {
		this.tenant.setOnline(this.chat, name, false);
	}

	/**
	 * Connects this person's clients again, see {@link #goOffline(String)}.
	 * @param name the member's name
	 */
	public void goOnline(String name) {
		this.tenant.setOnline(this.chat, name, true);
	}

	/**
	 * Sets the language of this person's client, in every chat. Toasts use it, and the
	 * {@code user_agent} of messages contains it.
	 * @param name the member's name
	 * @param language such as {@link Locale#SIMPLIFIED_CHINESE}; the default is
	 * {@link Locale#US}
	 */
	public void setLanguage(String name, Locale language) {
		this.tenant.setLanguage(this.chat, name, language);
	}

	/**
	 * Sets the time zone of this person, in every chat. Days and times in clicks have its
	 * offset.
	 * @param name the member's name
	 * @param zone such as {@code Asia/Shanghai}; the default is that of this machine
	 */
	public void setTimeZone(String name, ZoneId zone) {
		this.tenant.setTimeZone(this.chat, name, zone);
	}

	/**
	 * Removes the bot, which can neither send nor delete here then. Cards stay on the
	 * screens.
	 */
	public void removeBot() {
		this.tenant.setBotPresent(this.chat, false);
	}

	/**
	 * Adds the bot again, see {@link #removeBot()}.
	 */
	public void addBot() {
		this.tenant.setBotPresent(this.chat, true);
	}

	SimulatedChat directChat(Person person) {
		return this.handles.of(this.tenant.directChat(person));
	}

	/** Open ids of the members by name, as a card offers them in a picker of people. */
	Map<String, String> openIds() {
		Map<String, String> ids = new LinkedHashMap<>();
		this.tenant.members(this.chat).forEach((person) -> ids.put(person.name(), person.openId()));
		return ids;
	}

	String say(String name, MemberMessage message) {
		return Objects.requireNonNull(this.tenant.write(this.chat, name, message.written()).block());
	}

	Optional<ShownToast> click(Person member, String messageId, ObjectNode action) {
		return Objects.requireNonNull(this.handles.clicks().click(this.chat, member, messageId, action).block())
			.map(ShownToast::new);
	}

	ShownToast showToast(Person member, Toast toast) {
		this.tenant.showToast(this.chat, member, toast);
		return new ShownToast(toast);
	}

	List<ShownToast> toasts(Person member) {
		return this.tenant.toasts(this.chat, member).stream().map(ShownToast::new).toList();
	}

	@Override
	public String toString() {
		return this.chat.toString();
	}

	/**
	 * Builder of a chat.
	 */
	public static final class Builder {

		private final ChatHandles handles;

		private final Set<String> members = new LinkedHashSet<>();

		private @Nullable String name;

		private ChatMode mode = ChatMode.GROUP;

		Builder(ChatHandles handles) {
			this.handles = handles;
		}

		Builder name(String name) {
			if (name.isBlank()) {
				throw new IllegalArgumentException("A chat's name must not be blank");
			}
			this.name = name;
			return this;
		}

		/**
		 * Adds members.
		 * @param names names such as {@code ada}; the same name is the same person in
		 * every chat
		 * @return this builder
		 */
		public Builder members(String... names) {
			return members(List.of(names));
		}

		/**
		 * Adds members.
		 * @param names names such as {@code ada}; the same name is the same person in
		 * every chat
		 * @return this builder
		 */
		public Builder members(Collection<String> names) {
			this.members.addAll(names);
			return this;
		}

		/**
		 * Makes the chat a topic group, which takes no ephemeral cards.
		 * @return this builder
		 */
		public Builder topic() {
			this.mode = ChatMode.TOPIC;
			return this;
		}

		/**
		 * Creates the chat, with the bot in it.
		 * @return the chat
		 */
		public SimulatedChat create() {
			return this.handles.of(this.handles.tenant()
				.createChat((this.name != null) ? this.name : nameFromMembers(), this.mode, this.members));
		}

		private String nameFromMembers() {
			if (this.members.isEmpty()) {
				return "Empty group";
			}
			List<String> first = new ArrayList<>(this.members).subList(0, Math.min(3, this.members.size()));
			return String.join(", ", first) + ((this.members.size() > first.size()) ? ", …" : "");
		}

	}

}
