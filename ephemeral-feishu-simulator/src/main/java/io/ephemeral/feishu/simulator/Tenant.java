package io.ephemeral.feishu.simulator;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * The organisation that uses the app: its people, chats and messages.
 * <p>
 * Its monitor guards all of that, the state of its people and chats included.
 */
final class Tenant {

	private final String appId;

	private final Map<String, Person> people = new LinkedHashMap<>();

	private final Map<String, SimulatedChat> chats = new LinkedHashMap<>();

	private final Map<String, SimulatedChat> chatsByMessage = new LinkedHashMap<>();

	private final Set<String> deletedMessages = new HashSet<>();

	private final Sinks.Many<Tenant> changes = Sinks.many().multicast().directBestEffort();

	Tenant(String appId) {
		this.appId = appId;
	}

	synchronized SimulatedChat createChat(String name, boolean topic, Collection<String> members) {
		SimulatedChat chat = new SimulatedChat(this, "oc_" + Ids.random(), name, topic);
		members.forEach(chat::add);
		this.chats.put(chat.id(), chat);
		changed();
		return chat;
	}

	synchronized List<SimulatedChat> chats() {
		return List.copyOf(this.chats.values());
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
		chat.requireBot();
		if (chat.isTopic()) {
			throw ApiRefusal.of(ApiError.CHAT_CAN_NOT_BE_THREAD);
		}
		Person viewer = find(idField, id);
		if (viewer == null) {
			throw ApiRefusal.of(ApiError.USER_NOT_FOUND, "nobody has the " + idField + " " + id);
		}
		String messageId = "om_" + Ids.random();
		chat.show(viewer, new ShownCard(messageId, chatId, true, card));
		this.chatsByMessage.put(messageId, chat);
		changed();
		return messageId;
	}

	private @Nullable Person find(String idField, String id) {
		return this.people.values().stream().filter((person) -> person.has(idField, id)).findFirst().orElse(null);
	}

	/**
	 * Removes a card from every screen.
	 * @throws ApiRefusal if there is no such card (any more) or the bot has left its chat
	 */
	synchronized void delete(String messageId) {
		if (this.deletedMessages.contains(messageId)) {
			throw ApiRefusal.of(ApiError.MESSAGE_DELETED);
		}
		SimulatedChat chat = this.chatsByMessage.get(messageId);
		if (chat == null) {
			// Unconfirmed: what the platform answers to an id it never gave out.
			throw ApiRefusal.field("message_id", "no message has the message_id " + messageId);
		}
		chat.requireBot();
		chat.remove(messageId);
		this.chatsByMessage.remove(messageId);
		this.deletedMessages.add(messageId);
		changed();
	}

	synchronized void clear() {
		this.people.clear();
		this.chats.clear();
		this.chatsByMessage.clear();
		this.deletedMessages.clear();
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
