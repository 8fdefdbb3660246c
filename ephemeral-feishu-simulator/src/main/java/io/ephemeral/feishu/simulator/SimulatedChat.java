package io.ephemeral.feishu.simulator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat with the app's bot and some members, and what each of them sees: a group, or the
 * {@linkplain SimulatedMember#directChat() direct chat} of one person.
 * <p>
 * Methods that take the name of a member throw an {@link IllegalArgumentException} that
 * lists the members if the chat never had one of that name. Somebody who has left is
 * still known by name, so that a test can send to a former member.
 * <p>
 * All methods may be called from any thread.
 */
public final class SimulatedChat {

	private final Tenant tenant;

	private final String id;

	private final String name;

	private final ChatMode mode;

	private final Map<String, Person> members = new LinkedHashMap<>();

	private final Map<String, Person> formerMembers = new HashMap<>();

	private final Map<Person, Map<String, ShownMessage>> screens = new HashMap<>();

	private final Map<Person, List<ShownToast>> toasts = new HashMap<>();

	private boolean botPresent = true;

	SimulatedChat(Tenant tenant, String id, String name, ChatMode mode) {
		this.tenant = tenant;
		this.id = id;
		this.name = name;
		this.mode = mode;
	}

	/**
	 * The chat's id, {@code oc_…}.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The chat's name; without one given, the names of its first members.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Whether this is a topic group, which takes no ephemeral cards.
	 * @return whether the chat's mode is {@code topic}
	 */
	public boolean isTopic() {
		return this.mode == ChatMode.TOPIC;
	}

	ChatMode mode() {
		return this.mode;
	}

	/**
	 * Whether the bot is in the chat.
	 * @return false between {@link #removeBot()} and {@link #addBot()}
	 */
	public boolean hasBot() {
		synchronized (this.tenant) {
			return this.botPresent;
		}
	}

	/**
	 * The present members, in the order in which they joined.
	 * @return the members
	 */
	public List<SimulatedMember> members() {
		synchronized (this.tenant) {
			return this.members.values().stream().map((person) -> new SimulatedMember(this, person)).toList();
		}
	}

	/**
	 * A present or former member.
	 * @param name the member's name
	 * @return the member
	 */
	public SimulatedMember member(String name) {
		synchronized (this.tenant) {
			return new SimulatedMember(this, find(name));
		}
	}

	/**
	 * Shortcut for the open id of {@link #member(String)}.
	 * @param name the member's name
	 * @return {@code ou_…}
	 */
	public String openId(String name) {
		return member(name).openId();
	}

	/**
	 * Shortcut for the user id of {@link #member(String)}.
	 * @param name the member's name
	 * @return the user id
	 */
	public String userId(String name) {
		return member(name).userId();
	}

	/**
	 * Shortcut for the e-mail address of {@link #member(String)}.
	 * @param name the member's name
	 * @return such as {@code ada@example.com}
	 */
	public String email(String name) {
		return member(name).email();
	}

	/**
	 * The cards that this member's screen shows of the chat now, oldest first: those for
	 * everybody, and those for this member alone.
	 * @param name the member's name
	 * @return the cards; none for somebody who has left
	 */
	public List<ShownCard> seenBy(String name) {
		return messagesSeenBy(name).stream().filter(ShownCard.class::isInstance).map(ShownCard.class::cast).toList();
	}

	/**
	 * Everything that this member's screen shows of the chat now, oldest first: cards,
	 * and what members wrote.
	 * @param name the member's name
	 * @return the messages; none for somebody who has left
	 */
	public List<ShownMessage> messagesSeenBy(String name) {
		synchronized (this.tenant) {
			return List.copyOf(this.screens.getOrDefault(find(name), Map.of()).values());
		}
	}

	/**
	 * Lets somebody join; without effect for a member.
	 * @param name a name, new or known in another chat
	 * @throws IllegalStateException if this is a direct chat
	 */
	public void join(String name) {
		synchronized (this.tenant) {
			requireGroup();
			add(name);
			this.tenant.changed();
		}
	}

	/**
	 * Lets a member leave: nothing of this chat is left on that member's screen.
	 * @param name the member's name
	 * @throws IllegalStateException if this is a direct chat
	 */
	public void leave(String name) {
		synchronized (this.tenant) {
			requireGroup();
			Person person = find(name);
			this.members.remove(name);
			this.formerMembers.put(name, person);
			this.screens.remove(person);
			this.toasts.remove(person);
			this.tenant.changed();
		}
	}

	private void requireGroup() {
		if (this.mode == ChatMode.DIRECT) {
			throw new IllegalStateException("Nobody joins or leaves " + this);
		}
	}

	/**
	 * Disconnects this person's clients, in every chat.
	 * <p>
	 * An ephemeral card that is sent from now on is accepted but never shown, also not
	 * after {@link #goOnline(String)}. Cards that were shown before stay where they are
	 * until they are deleted. The platform documents only that online clients show such a
	 * card; the rest is the cautious reading of it.
	 * @param name the member's name
	 */
	public void goOffline(String name) {
		setOnline(name, false);
	}

	/**
	 * Connects this person's clients again, see {@link #goOffline(String)}.
	 * @param name the member's name
	 */
	public void goOnline(String name) {
		setOnline(name, true);
	}

	private void setOnline(String name, boolean online) {
		synchronized (this.tenant) {
			find(name).online(online);
			this.tenant.changed();
		}
	}

	/**
	 * Sets the language of this person's client, in every chat: toasts come in it, and
	 * messages tell it in their {@code user_agent}.
	 * @param name the member's name
	 * @param language such as {@link Locale#SIMPLIFIED_CHINESE}; {@link Locale#US} at
	 * first
	 */
	public void setLanguage(String name, Locale language) {
		synchronized (this.tenant) {
			find(name).language(language);
			this.tenant.changed();
		}
	}

	/**
	 * Sets where this person's clock stands, in every chat: the days and times that are
	 * picked come with its offset.
	 * @param name the member's name
	 * @param zone such as {@code Asia/Shanghai}; that of this machine at first
	 */
	public void setTimeZone(String name, ZoneId zone) {
		synchronized (this.tenant) {
			find(name).zone(zone);
		}
	}

	/**
	 * Removes the bot: it can neither send nor delete here. Cards stay on the screens.
	 */
	public void removeBot() {
		setBotPresent(false);
	}

	/**
	 * Adds the bot again, see {@link #removeBot()}.
	 */
	public void addBot() {
		setBotPresent(true);
	}

	private void setBotPresent(boolean present) {
		synchronized (this.tenant) {
			this.botPresent = present;
			this.tenant.changed();
		}
	}

	void add(String name) {
		Person person = this.tenant.person(name);
		this.members.putIfAbsent(name, person);
		this.formerMembers.remove(name);
	}

	boolean hasMember(Person person) {
		return this.members.containsValue(person);
	}

	void requireBot(ApiError refusal) {
		if (!this.botPresent) {
			throw ApiRefusal.of(refusal);
		}
	}

	/**
	 * Shows a message to the one who may see it, or to all members.
	 */
	void show(Message message) {
		Person viewer = message.viewer();
		if (viewer == null) {
			this.members.values().forEach((member) -> putOnScreen(member, message));
		}
		else {
			if (!this.members.containsKey(viewer.name())) {
				throw ApiRefusal.of(ApiError.USER_NOT_IN_CHAT);
			}
			if (viewer.isOnline()) {
				putOnScreen(viewer, message);
			}
		}
	}

	private void putOnScreen(Person member, Message message) {
		Person sender = message.sender();
		ShownMessage shown = message.isCard()
				? new ShownCard(message.id(), this, member, message.isPrivate(), message.content())
				: new ShownText(message.id(), this.id, (sender != null) ? sender.name() : Tenant.BOT_NAME,
						this.tenant.textOf(message));
		this.screens.computeIfAbsent(member, (key) -> new LinkedHashMap<>()).put(message.id(), shown);
	}

	/**
	 * Changes a card on the screens that show it.
	 * @param viewers whose screens are meant; nobody stands for all
	 */
	void replace(String messageId, JsonNode card, Set<Person> viewers) {
		this.screens.forEach((member, screen) -> {
			if (viewers.isEmpty() || viewers.contains(member)) {
				screen.computeIfPresent(messageId,
						(id, shown) -> (shown instanceof ShownCard before) ? before.with(card) : shown);
			}
		});
	}

	void remove(String messageId) {
		this.screens.values().forEach((screen) -> screen.remove(messageId));
	}

	ShownCard cardOnScreen(Person member, String messageId) {
		if (this.screens.getOrDefault(member, Map.of()).get(messageId) instanceof ShownCard card) {
			return card;
		}
		throw new IllegalStateException(
				"No card %s is on the screen of %s in %s".formatted(messageId, member.name(), this));
	}

	SimulatedChat directChat(Person person) {
		return this.tenant.directChat(person);
	}

	boolean isOnline(Person person) {
		synchronized (this.tenant) {
			return person.isOnline();
		}
	}

	/** Name and open id of each member, as one may be picked on a card. */
	Map<String, String> openIds() {
		synchronized (this.tenant) {
			Map<String, String> ids = new LinkedHashMap<>();
			this.members.forEach((name, person) -> ids.put(name, person.openId()));
			return ids;
		}
	}

	/** A present member. */
	Person present(String name) {
		synchronized (this.tenant) {
			return requirePresent(find(name));
		}
	}

	String say(Person person, MemberMessage written) {
		Message message = this.tenant.write(this, requirePresent(person), written);
		this.tenant.announce(message, person, written).block();
		return message.id();
	}

	private Person requirePresent(Person person) {
		synchronized (this.tenant) {
			if (!this.members.containsKey(person.name())) {
				throw new IllegalStateException("'%s' has left %s".formatted(person.name(), this));
			}
			return person;
		}
	}

	Optional<ShownToast> click(Person member, String messageId, ObjectNode action) {
		Optional<ShownToast> toast = this.tenant.clicks().click(this, member, messageId, action).block();
		return (toast != null) ? toast : Optional.empty();
	}

	void tell(Person member, ShownToast toast) {
		synchronized (this.tenant) {
			this.toasts.computeIfAbsent(member, (key) -> new ArrayList<>()).add(toast);
			this.tenant.changed();
		}
	}

	List<ShownToast> toasts(Person member) {
		synchronized (this.tenant) {
			return List.copyOf(this.toasts.getOrDefault(member, List.of()));
		}
	}

	/** Every message of a topic group that is no reply opens a topic. */
	@Nullable String newThreadId() {
		return isTopic() ? "omt_" + Ids.random() : null;
	}

	@Nullable Person owner() {
		return this.members.values().stream().findFirst().orElse(null);
	}

	int memberCount() {
		return this.members.size();
	}

	private Person find(String name) {
		Person person = this.members.get(name);
		person = (person != null) ? person : this.formerMembers.get(name);
		if (person == null) {
			throw new IllegalArgumentException(
					"'%s' is not a member of %s: %s".formatted(name, this, this.members.keySet()));
		}
		return person;
	}

	@Override
	public String toString() {
		return "chat '" + this.name + "' (" + this.id + ")";
	}

	/**
	 * Describes a chat to be created.
	 */
	public static final class Builder {

		private final Tenant tenant;

		private final Set<String> members = new LinkedHashSet<>();

		private @Nullable String name;

		private ChatMode mode = ChatMode.GROUP;

		Builder(Tenant tenant) {
			this.tenant = tenant;
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
		 * @param names such as {@code ada}; the same name is the same person in every
		 * chat
		 * @return this builder
		 */
		public Builder members(String... names) {
			return members(List.of(names));
		}

		/**
		 * Adds members.
		 * @param names such as {@code ada}; the same name is the same person in every
		 * chat
		 * @return this builder
		 */
		public Builder members(Collection<String> names) {
			this.members.addAll(names);
			return this;
		}

		/**
		 * Makes it a topic group, which takes no ephemeral cards.
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
			return this.tenant.createChat((this.name != null) ? this.name : nameFromMembers(), this.mode, this.members);
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
