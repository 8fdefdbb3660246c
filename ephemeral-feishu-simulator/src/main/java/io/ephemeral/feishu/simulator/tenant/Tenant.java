package io.ephemeral.feishu.simulator.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import io.ephemeral.feishu.simulator.leak.Sighting;
import io.ephemeral.feishu.simulator.leak.Sighting.Reach;
import io.ephemeral.feishu.simulator.leak.Sightings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * Tenant that uses the app: its people, chats and messages.
 * <p>
 * Every method takes the lock of the tenant, which also guards its {@link Chat}s and
 * {@link UpdateTokens}. Nothing outside of this class takes it.
 */
public final class Tenant {

	public static final int MAX_CARD_SIZE = 30 * 1024;

	public static final String BOT_NAME = "Bot";

	private static final Pattern AT = Pattern.compile("<at\\s+user_id=\"([^\"]*)\"\\s*>[^<]*</at>");

	private static final List<String> PERSON_IDS = List.of("open_id", "user_id", "union_id");

	private static final Duration UPDATABLE = Duration.ofDays(14);

	private static final Duration UUID_LIFE = Duration.ofHours(1);

	private final String appId;

	private final String key;

	private final Clock clock;

	private final Announcements announcements;

	private final UpdateTokens updateTokens;

	private final Map<String, Person> people = new LinkedHashMap<>();

	private final Map<String, Chat> chats = new LinkedHashMap<>();

	private final Map<String, Message> messages = new LinkedHashMap<>();

	private final Set<String> recalledMessages = new HashSet<>();

	private final Map<String, Message> messagesByUuid = new HashMap<>();

	private final Sightings sightings = new Sightings();

	private final Sinks.Many<Tenant> changes = Sinks.many().multicast().directBestEffort();

	public Tenant(String appId, String key, Clock clock, Announcements announcements) {
		this.appId = appId;
		this.key = key;
		this.clock = clock;
		this.announcements = announcements;
		this.updateTokens = new UpdateTokens(clock);
	}

	public String appId() {
		return this.appId;
	}

	public String tenantKey() {
		return this.key;
	}

	public String botOpenId() {
		return App.botOpenId(this.appId);
	}

	public Instant now() {
		return this.clock.instant();
	}

	public synchronized Chat createChat(String name, ChatMode mode, Collection<String> members) {
		Chat chat = new Chat("oc_" + Ids.random(), name, mode);
		members.forEach((member) -> chat.add(person(member)));
		this.chats.put(chat.id(), chat);
		changed();
		return chat;
	}

	/**
	 * Returns the direct chat of a person with the bot, and creates it if there is none.
	 */
	public synchronized Chat directChat(Person person) {
		return this.chats.values()
			.stream()
			.filter((chat) -> chat.mode() == ChatMode.DIRECT && chat.hasMember(person))
			.findFirst()
			.orElseGet(() -> createChat(person.name() + " and " + BOT_NAME, ChatMode.DIRECT, List.of(person.name())));
	}

	public synchronized List<Chat> chats() {
		return List.copyOf(this.chats.values());
	}

	public synchronized List<Chat> groups() {
		return this.chats.values().stream().filter((chat) -> chat.mode() != ChatMode.DIRECT).toList();
	}

	/**
	 * Finds a chat.
	 * @throws ApiRefusal if there is none
	 */
	public synchronized ChatView requireChat(String chatId) {
		Chat chat = this.chats.get(chatId);
		if (chat == null) {
			throw ApiRefusal.of(ApiError.CHAT_ID_INVALID, "no chat has the chat_id " + chatId);
		}
		return chat.view();
	}

	public synchronized ChatView view(Chat chat) {
		return chat.view();
	}

	private Person person(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A member's name must not be blank");
		}
		return this.people.computeIfAbsent(name, this::newPerson);
	}

	private Person newPerson(String name) {
		String email = Person.emailOf(name);
		for (Person other : this.people.values()) {
			if (other.email().equals(email)) {
				throw new IllegalArgumentException(
						"'%s' and '%s' would share the e-mail address %s".formatted(name, other.name(), email));
			}
		}
		return new Person(this.appId, name);
	}

	/**
	 * Returns the present members, in the order in which they joined.
	 */
	public synchronized List<Person> members(Chat chat) {
		return chat.members();
	}

	/**
	 * Finds a present or former member.
	 * @throws IllegalArgumentException if the chat never had a member of that name
	 */
	public synchronized Person member(Chat chat, String name) {
		return chat.member(name);
	}

	/**
	 * Finds a present member.
	 * @throws IllegalArgumentException if the chat never had a member of that name
	 * @throws IllegalStateException if the member has left
	 */
	public synchronized Person presentMember(Chat chat, String name) {
		return chat.presentMember(name);
	}

	public synchronized void join(Chat chat, String name) {
		chat.requireGroup();
		chat.add(person(name));
		changed();
	}

	public synchronized void leave(Chat chat, String name) {
		chat.requireGroup();
		chat.remove(chat.member(name));
		changed();
	}

	public synchronized void setOnline(Chat chat, String name, boolean online) {
		chat.member(name).online(online);
		changed();
	}

	public synchronized void setLanguage(Chat chat, String name, Locale language) {
		chat.member(name).language(language);
		changed();
	}

	public synchronized void setTimeZone(Chat chat, String name, ZoneId zone) {
		chat.member(name).zone(zone);
		changed();
	}

	public synchronized boolean hasBot(Chat chat) {
		return chat.botPresent();
	}

	public synchronized void setBotPresent(Chat chat, boolean present) {
		chat.botPresent(present);
		changed();
	}

	/**
	 * Returns the messages on the screen of a present or former member, oldest first.
	 */
	public synchronized List<ScreenMessage> screen(Chat chat, String name) {
		return chat.screenOf(chat.member(name));
	}

	public synchronized List<Toast> toasts(Chat chat, Person member) {
		return chat.toastsOf(member);
	}

	public synchronized void showToast(Chat chat, Person member, Toast toast) {
		chat.addToast(member, toast);
		this.sightings.add(new Sighting("a toast in " + chat, Reach.PEOPLE, Set.of(member.name()), toast.content()));
		changed();
	}

	/**
	 * Shows a card to one member of a chat.
	 * @return the id of the message
	 * @throws ApiRefusal if the chat or the viewer does not accept it
	 */
	public synchronized String show(String chatId, String idField, String id, JsonNode card) {
		Chat chat = this.chats.get(chatId);
		if (chat == null) {
			throw ApiRefusal.of(ApiError.CHAT_NOT_FOUND, "no chat has the chat_id " + chatId);
		}
		chat.requireBot(ApiError.BOT_NOT_IN_CHAT);
		if (chat.mode() != ChatMode.GROUP) {
			throw ApiRefusal.of(ApiError.CHAT_CAN_NOT_BE_THREAD);
		}
		Person viewer = find(idField, id);
		if (viewer == null) {
			throw ApiRefusal.of(ApiError.USER_NOT_FOUND, "nobody has the " + idField + " " + id);
		}
		Message message = Message.onlyFor(viewer, chat, card, now());
		add(message);
		return message.id();
	}

	private void add(Message message) {
		see(message, message.chat().show(message.viewer(), onScreen(message)), Set.of());
		this.messages.put(message.id(), message);
		changed();
	}

	/**
	 * Remembers what the bot showed.
	 * @param viewers people who see it now
	 * @param only people for whom a public card was changed; empty for everybody
	 */
	private void see(Message message, List<Person> viewers, Set<Person> only) {
		boolean restricted = message.isPrivate() || !only.isEmpty() || message.chat().mode() == ChatMode.DIRECT;
		if (message.sender() == null && !(restricted && viewers.isEmpty())) {
			String what = (restricted ? "a " : "a public ") + (message.isCard() ? "card" : "text");
			this.sightings.add(new Sighting(what + " in " + message.chat(), restricted ? Reach.PEOPLE : Reach.EVERYBODY,
					viewers.stream().map(Person::name).collect(Collectors.toSet()), Json.text(message.content())));
		}
	}

	private ScreenMessage onScreen(Message message) {
		if (message.isCard()) {
			return new ScreenCard(message.id(), message.isPrivate(), message.content());
		}
		Person sender = message.sender();
		return new ScreenText(message.id(), (sender != null) ? sender.name() : BOT_NAME, textOf(message));
	}

	/**
	 * Sends a public message of the bot. Returns the earlier message if there is one with
	 * the same uuid of the last hour. Unconfirmed: the documents state only that one of
	 * them succeeds.
	 * @param idType {@code chat_id}, or the type of a person's id for the direct chat
	 * @param uuid empty without one
	 * @throws ApiRefusal if the chat does not accept it
	 */
	public synchronized Message publish(String idType, String id, String type, JsonNode content, String uuid) {
		return once(uuid, () -> Message.byBot(requireReceiver(idType, id), type, content, now()));
	}

	private Chat requireReceiver(String idType, String id) {
		Chat chat = this.chats.get(id);
		if (!idType.equals("chat_id")) {
			Person person = find(idType, id);
			chat = (person != null) ? directChat(person) : null;
		}
		if (chat == null) {
			throw ApiRefusal.field(ApiError.RECEIVER_INVALID, "receive_id", "nothing has the " + idType + " " + id);
		}
		return chat;
	}

	/**
	 * Returns the id of a message's chat; absent if there is no such message.
	 */
	public synchronized @Nullable String chatOf(String messageId) {
		Message message = this.messages.get(messageId);
		return (message != null) ? message.chat().id() : null;
	}

	/**
	 * Replies to a public message, see {@link #publish}.
	 */
	public synchronized Message reply(String messageId, boolean inThread, String type, JsonNode content, String uuid) {
		return once(uuid, () -> Message.replyTo(requirePublic(messageId), inThread, type, content, now()));
	}

	private Message once(String uuid, Supplier<Message> creation) {
		Message first = this.messagesByUuid.get(uuid);
		if (first != null && now().isBefore(first.createdAt().plus(UUID_LIFE))) {
			return first;
		}
		Message message = creation.get();
		message.chat().requireBot(ApiError.BOT_NOT_IN_GROUP);
		add(message);
		if (!uuid.isEmpty()) {
			this.messagesByUuid.put(uuid, message);
		}
		return message;
	}

	/**
	 * Updates a public card of the bot.
	 */
	public synchronized void update(String messageId, JsonNode card) {
		Message message = requireOwn(messageId);
		if (!message.isCard()) {
			throw ApiRefusal.field(ApiError.MESSAGE_PARAMETER_INVALID, "message_id", "the message is not a card");
		}
		if (now().isAfter(message.createdAt().plus(UPDATABLE))) {
			throw ApiRefusal.of(ApiError.MESSAGE_TOO_OLD);
		}
		if (!Message.isShared(message.content()) || !Message.isShared(card)) {
			throw ApiRefusal.card(ApiError.MESSAGE_CARD_REFUSED, CardChecks.notShared());
		}
		replaceCard(messageId, card, Set.of());
	}

	/**
	 * Recalls a public message of the bot.
	 */
	public synchronized void recall(String messageId) {
		if (this.recalledMessages.contains(messageId)) {
			throw ApiRefusal.of(ApiError.MESSAGE_ALREADY_DELETED);
		}
		remove(requireOwn(messageId));
	}

	private Message requireOwn(String messageId) {
		Message message = requirePublic(messageId);
		if (message.sender() != null) {
			throw ApiRefusal.of(ApiError.MESSAGE_OF_ANOTHER);
		}
		message.chat().requireBot(ApiError.BOT_NOT_IN_GROUP);
		return message;
	}

	private Message requirePublic(String messageId) {
		if (this.recalledMessages.contains(messageId)) {
			throw ApiRefusal.of(ApiError.MESSAGE_RECALLED);
		}
		Message message = this.messages.get(messageId);
		if (message == null) {
			throw ApiRefusal.field(ApiError.MESSAGE_PARAMETER_INVALID, "message_id",
					"no message has the message_id " + messageId);
		}
		if (message.isPrivate()) {
			// Observed for recalls, assumed for replies, documented for updates.
			throw ApiRefusal.field(ApiError.MESSAGE_PARAMETER_INVALID, "message_id",
					"the message is visible to one member only");
		}
		return message;
	}

	private Message requireMessage(String messageId) {
		Message message = this.messages.get(messageId);
		if (message == null) {
			throw new IllegalStateException("There is no message " + messageId);
		}
		return message;
	}

	public synchronized boolean isRecalled(String messageId) {
		return this.recalledMessages.contains(messageId);
	}

	private void replaceCard(String messageId, JsonNode card, Set<Person> viewers) {
		Message message = requireMessage(messageId).updated(card, now());
		this.messages.put(messageId, message);
		see(message, message.chat().replace(messageId, card, viewers), viewers);
		changed();
	}

	/**
	 * Starts a click on a card.
	 * @throws IllegalStateException if the card is not on the member's screen
	 */
	public synchronized Click click(Chat chat, Person member, String messageId) {
		ScreenCard card = chat.cardOnScreen(member, messageId);
		return new Click(requireMessage(messageId), member, card.drawn(member.language()),
				this.updateTokens.issue(messageId, member));
	}

	/**
	 * Ends a click, and shows the card of the reply. The token of the click can be used
	 * from now on, even if the reply is not valid.
	 * @param reading reads the reply
	 * @return the toast of the reply
	 * @throws ClickFailure if the reply is not valid, or the public card was recalled
	 */
	public synchronized Optional<Toast> answer(Click click, Supplier<ClickReply> reading) {
		this.updateTokens.answered(click.token());
		ClickReply reply = reading.get();
		if (this.recalledMessages.contains(click.message().id())) {
			if (!click.message().isPrivate()) {
				throw new ClickFailure(ClickError.CARD_GONE);
			}
		}
		else if (reply.card() != null) {
			replaceClicked(click, reply.card());
		}
		return reply.toast();
	}

	private void replaceClicked(Click click, JsonNode card) {
		Message clicked = requireMessage(click.message().id());
		if (!card.isObject() || Json.bytes(card).length > MAX_CARD_SIZE
				|| !CardChecks.violations(card, clicked.isPrivate() ? CardTarget.EPHEMERAL : CardTarget.PUBLIC)
					.isEmpty()) {
			throw new ClickFailure(ClickError.WRONG_CARD);
		}
		if (Message.isSecondVersion(clicked.content()) && !card.has("type") && !Message.isSecondVersion(card)) {
			throw new ClickFailure(ClickError.WRONG_VERSION);
		}
		replaceCard(clicked.id(), card, Message.isShared(card) ? Set.of() : Set.of(click.member()));
	}

	/**
	 * Updates a card after a click on it.
	 * @param tokenValue token of the click
	 * @param card the new card with its {@code open_ids}, as in the request
	 * @throws ApiRefusal if the token or the card is not valid
	 */
	public synchronized void updateClicked(String tokenValue, @Nullable JsonNode card) {
		UpdateTokens.Token token = this.updateTokens.require(tokenValue);
		CardUpdate update = CardUpdate.of(card);
		if (this.recalledMessages.contains(token.messageId())) {
			throw ApiRefusal.of(ApiError.UPDATE_CARD_RECALLED);
		}
		update.requireValid(requireMessage(token.messageId()).isPrivate());
		Set<Person> viewers = requirePeople(update.viewers());
		token.used();
		replaceCard(token.messageId(), update.card(), viewers);
	}

	private Set<Person> requirePeople(JsonNode openIds) {
		Set<Person> found = new HashSet<>();
		for (JsonNode openId : openIds) {
			Person person = find("open_id", openId.asString(""));
			if (person == null) {
				throw ApiRefusal.of(ApiError.UPDATE_VIEWERS_INVALID);
			}
			found.add(person);
		}
		return found;
	}

	/**
	 * Shows the message of a present member to everybody, and announces it to the
	 * application if the bot is in the chat.
	 * @return the id of the message, once the application has received it or failed to
	 * @throws IllegalStateException if the member has left, or the application receives
	 * no events; nobody sees the message then
	 */
	public Mono<String> write(Chat chat, String name, WrittenMessage written) {
		Person sender = presentMember(chat, name);
		Message message = show(chat, sender, written);
		Mono<String> id = Mono.just(message.id());
		return hasBot(chat) ? this.announcements.announce(message, sender, written).then(id) : id;
	}

	private synchronized Message show(Chat chat, Person sender, WrittenMessage written) {
		if (chat.botPresent()) {
			this.announcements.requireReceiver("A message of " + sender.name());
		}
		Message message = Message.writtenBy(sender, chat, written.shown(), now());
		add(message);
		return message;
	}

	/**
	 * Returns a text as the chat shows it, with the names of mentioned people.
	 */
	private String textOf(Message message) {
		String text = message.content().path("text").asString("");
		return (message.sender() != null) ? text
				: AT.matcher(text).replaceAll((at) -> Matcher.quoteReplacement(mentioned(at.group(1), at.group())));
	}

	private String mentioned(String id, String tag) {
		if (id.equals("all")) {
			return "@all";
		}
		return this.people.values()
			.stream()
			.filter((person) -> PERSON_IDS.stream().anyMatch((field) -> person.has(field, id)))
			.findFirst()
			.map((person) -> "@" + person.name())
			.orElse(id.equals(botOpenId()) ? "@" + BOT_NAME : tag);
	}

	private @Nullable Person find(String idField, String id) {
		return this.people.values().stream().filter((person) -> person.has(idField, id)).findFirst().orElse(null);
	}

	/**
	 * Removes a card from every screen.
	 * @throws ApiRefusal if the card does not exist or the bot has left its chat
	 */
	public synchronized void delete(String messageId) {
		if (this.recalledMessages.contains(messageId)) {
			throw ApiRefusal.of(ApiError.MESSAGE_DELETED);
		}
		Message message = this.messages.get(messageId);
		if (message == null || !message.isPrivate()) {
			// Unconfirmed for an id that is not known.
			throw ApiRefusal.field("message_id", "no message has the message_id " + messageId);
		}
		message.chat().requireBot(ApiError.BOT_NOT_IN_CHAT);
		remove(message);
	}

	private void remove(Message message) {
		message.chat().removeMessage(message.id());
		this.messages.remove(message.id());
		this.recalledMessages.add(message.id());
		changed();
	}

	synchronized void clear() {
		this.people.clear();
		this.chats.clear();
		this.messages.clear();
		this.recalledMessages.clear();
		this.messagesByUuid.clear();
		this.updateTokens.clear();
		this.sightings.clear();
		changed();
	}

	/**
	 * Returns what people have seen since the last reset, without their own messages.
	 */
	public Sightings sightings() {
		return this.sightings;
	}

	/**
	 * Reports a change. The lock keeps the reports in order.
	 */
	private void changed() {
		this.changes.tryEmitNext(this);
	}

	/**
	 * Emits a signal after each change, and never completes.
	 */
	public Flux<Tenant> changes() {
		return this.changes.asFlux();
	}

}
