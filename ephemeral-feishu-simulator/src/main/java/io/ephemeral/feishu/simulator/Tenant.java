package io.ephemeral.feishu.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.card.CardChecks;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * The organization that uses the app: its people, chats and messages.
 * <p>
 * Its monitor guards all of that, the state of its people and chats included.
 */
final class Tenant {

	static final int MAX_CARD_SIZE = 30 * 1024;

	static final String BOT_NAME = "Bot";

	private static final Pattern AT = Pattern.compile("<at\\s+user_id=\"([^\"]*)\"\\s*>[^<]*</at>");

	private static final List<String> PERSON_IDS = List.of("open_id", "user_id", "union_id");

	private static final Duration UPDATABLE = Duration.ofDays(14);

	private static final Duration UUID_LIFE = Duration.ofHours(1);

	private final String appId;

	private final Clock clock;

	private final EventSender events;

	private final EventPayloads payloads;

	private final UpdateTokens updateTokens;

	private final Clicks clicks;

	private final Map<String, Person> people = new LinkedHashMap<>();

	private final Map<String, SimulatedChat> chats = new LinkedHashMap<>();

	private final Map<String, Message> messages = new LinkedHashMap<>();

	private final Set<String> recalledMessages = new HashSet<>();

	private final Map<String, Message> messagesByUuid = new HashMap<>();

	private final Sinks.Many<Tenant> changes = Sinks.many().multicast().directBestEffort();

	Tenant(Clock clock, EventSender events, EventPayloads payloads) {
		this.appId = payloads.appId();
		this.clock = clock;
		this.events = events;
		this.payloads = payloads;
		this.updateTokens = new UpdateTokens(clock);
		this.clicks = new Clicks(this, events, payloads);
	}

	String appId() {
		return this.appId;
	}

	String tenantKey() {
		return this.payloads.tenantKey();
	}

	Instant now() {
		return this.clock.instant();
	}

	Clicks clicks() {
		return this.clicks;
	}

	UpdateTokens updateTokens() {
		return this.updateTokens;
	}

	synchronized SimulatedChat createChat(String name, ChatMode mode, Collection<String> members) {
		SimulatedChat chat = new SimulatedChat(this, "oc_" + Ids.random(), name, mode);
		members.forEach(chat::add);
		this.chats.put(chat.id(), chat);
		changed();
		return chat;
	}

	/**
	 * The chat of a person with the bot, from when somebody asks for it.
	 */
	synchronized SimulatedChat directChat(Person person) {
		return this.chats.values()
			.stream()
			.filter((chat) -> chat.mode() == ChatMode.DIRECT && chat.hasMember(person))
			.findFirst()
			.orElseGet(() -> createChat(person.name() + " and " + BOT_NAME, ChatMode.DIRECT, List.of(person.name())));
	}

	synchronized List<SimulatedChat> chats() {
		return List.copyOf(this.chats.values());
	}

	synchronized List<SimulatedChat> groups() {
		return this.chats.values().stream().filter((chat) -> chat.mode() != ChatMode.DIRECT).toList();
	}

	synchronized Person person(String name) {
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
	 * Shows a card to one member of a chat.
	 * @return the id of the message
	 * @throws ApiRefusal if the chat or the viewer does not take it
	 */
	synchronized String show(String chatId, String idField, String id, JsonNode card) {
		SimulatedChat chat = this.chats.get(chatId);
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
		message.chat().show(message);
		this.messages.put(message.id(), message);
		changed();
	}

	/**
	 * Sends a public message of the bot, unless one was sent with the same uuid within
	 * the last hour: then that one is the answer. Unconfirmed: the documents say only
	 * that one of them succeeds.
	 * @param idType {@code chat_id}, or that of a person, for the direct chat
	 * @param uuid empty without one
	 * @throws ApiRefusal if the chat does not take it
	 */
	synchronized Message publish(String idType, String id, String type, JsonNode content, String uuid) {
		return once(uuid, () -> Message.byBot(requireReceiver(idType, id), type, content, now()));
	}

	private SimulatedChat requireReceiver(String idType, String id) {
		SimulatedChat chat = this.chats.get(id);
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
	 * The id of the chat that a message is in; absent if there is no such message.
	 */
	synchronized @Nullable String chatOf(String messageId) {
		Message message = this.messages.get(messageId);
		return (message != null) ? message.chat().id() : null;
	}

	/**
	 * Replies to a public message, see {@link #publish}.
	 */
	synchronized Message reply(String messageId, boolean inThread, String type, JsonNode content, String uuid) {
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
	synchronized void update(String messageId, JsonNode card) {
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
	synchronized void recall(String messageId) {
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
			// Observed for recalling; taken for granted for replies, and documented for
			// updates.
			throw ApiRefusal.field(ApiError.MESSAGE_PARAMETER_INVALID, "message_id",
					"the message is visible to one member only");
		}
		return message;
	}

	Message requireMessage(String messageId) {
		Message message = this.messages.get(messageId);
		if (message == null) {
			throw new IllegalStateException("There is no message " + messageId);
		}
		return message;
	}

	synchronized boolean isRecalled(String messageId) {
		return this.recalledMessages.contains(messageId);
	}

	/**
	 * Changes a card on the screens that show it.
	 * @param viewers whose screens are meant; nobody stands for all
	 */
	void replaceCard(String messageId, JsonNode card, Set<Person> viewers) {
		Message message = requireMessage(messageId).updated(card, now());
		this.messages.put(messageId, message);
		message.chat().replace(messageId, card, viewers);
		changed();
	}

	/**
	 * Finds the people behind open ids.
	 * @throws ApiRefusal if nobody is
	 */
	Set<Person> requirePeople(JsonNode openIds) {
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
	 * Finds a chat.
	 * @throws ApiRefusal if there is none
	 */
	SimulatedChat requireChat(String chatId) {
		SimulatedChat chat = this.chats.get(chatId);
		if (chat == null) {
			throw ApiRefusal.of(ApiError.CHAT_ID_INVALID, "no chat has the chat_id " + chatId);
		}
		return chat;
	}

	/**
	 * Shows to everybody what a member wrote.
	 */
	synchronized Message write(SimulatedChat chat, Person sender, MemberMessage written) {
		if (chat.hasBot()) {
			this.events.requireEventUrl("A message of " + sender.name());
		}
		Message message = Message.writtenBy(sender, chat, written.shown(), now());
		add(message);
		return message;
	}

	/**
	 * Tells the application about a message, if the bot is there to read it.
	 */
	Mono<Void> announce(Message message, Person sender, MemberMessage written) {
		return message.chat().hasBot() ? this.events.event(this.payloads.messageReceived(message, sender, written))
				: Mono.empty();
	}

	/**
	 * What a text looks like in the chat: those whom the bot mentions by name.
	 */
	String textOf(Message message) {
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

	String botOpenId() {
		return this.payloads.botOpenId();
	}

	private @Nullable Person find(String idField, String id) {
		return this.people.values().stream().filter((person) -> person.has(idField, id)).findFirst().orElse(null);
	}

	/**
	 * Removes a card from every screen.
	 * @throws ApiRefusal if there is no such card (any more) or the bot has left its chat
	 */
	synchronized void delete(String messageId) {
		if (this.recalledMessages.contains(messageId)) {
			throw ApiRefusal.of(ApiError.MESSAGE_DELETED);
		}
		Message message = this.messages.get(messageId);
		if (message == null || !message.isPrivate()) {
			// Unconfirmed: what the platform answers to an id it never gave out here.
			throw ApiRefusal.field("message_id", "no message has the message_id " + messageId);
		}
		message.chat().requireBot(ApiError.BOT_NOT_IN_CHAT);
		remove(message);
	}

	private void remove(Message message) {
		message.chat().remove(message.id());
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
		changed();
	}

	/**
	 * Announces a change; called with the monitor held, which puts the announcements in a
	 * row.
	 */
	void changed() {
		this.changes.tryEmitNext(this);
	}

	/**
	 * A signal after each change, without end.
	 */
	Flux<Tenant> changes() {
		return this.changes.asFlux();
	}

}
