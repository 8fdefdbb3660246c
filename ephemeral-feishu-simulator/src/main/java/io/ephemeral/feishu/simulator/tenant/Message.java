package io.ephemeral.feishu.simulator.tenant;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Message of the platform.
 *
 * @param sender sender; absent for the bot
 * @param viewer viewer of an ephemeral card; absent for a public message
 * @param type {@code interactive} or {@code text}
 * @param content the card, or an object with the {@code text} that the chat shows
 * @param parent message above a reply; absent for other messages
 * @param threadId id of the topic; absent outside of a topic
 */
public record Message(String id, Chat chat, @Nullable Person sender, @Nullable Person viewer, String type,
		JsonNode content, @Nullable Message parent, @Nullable String threadId, Instant createdAt, Instant updatedAt) {

	public static final String CARD = "interactive";

	public static final String TEXT = "text";

	static Message onlyFor(Person viewer, Chat chat, JsonNode card, Instant now) {
		return new Message(newId(), chat, null, viewer, CARD, card, null, null, now, now);
	}

	static Message byBot(Chat chat, String type, JsonNode content, Instant now) {
		return new Message(newId(), chat, null, null, type, content, null, chat.newThreadId(), now, now);
	}

	static Message replyTo(Message parent, boolean inThread, String type, JsonNode content, Instant now) {
		String threadId = (parent.threadId != null || !inThread) ? parent.threadId : "omt_" + parent.id.substring(3);
		return new Message(newId(), parent.chat, null, null, type, content, parent, threadId, now, now);
	}

	static Message writtenBy(Person sender, Chat chat, String text, Instant now) {
		return new Message(newId(), chat, sender, null, TEXT, JsonNodeFactory.instance.objectNode().put("text", text),
				null, chat.newThreadId(), now, now);
	}

	private static String newId() {
		return "om_" + Ids.random();
	}

	Message updated(JsonNode card, Instant now) {
		return new Message(this.id, this.chat, this.sender, this.viewer, this.type, card, this.parent, this.threadId,
				this.createdAt, now);
	}

	boolean isCard() {
		return this.type.equals(CARD);
	}

	boolean isPrivate() {
		return this.viewer != null;
	}

	/**
	 * Returns the first message of the conversation.
	 */
	public Message root() {
		return (this.parent != null) ? this.parent.root() : this;
	}

	static boolean isSecondVersion(JsonNode card) {
		return card.path("schema").asString("").equals("2.0");
	}

	/**
	 * Returns whether all members see the same card. They always do with JSON 2.0 and
	 * templates, and on request with JSON 1.0.
	 */
	static boolean isShared(JsonNode card) {
		return isSecondVersion(card) || card.has("type") || card.path("config").path("update_multi").asBoolean(false);
	}

}
