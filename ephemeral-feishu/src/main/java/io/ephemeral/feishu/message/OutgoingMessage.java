package io.ephemeral.feishu.message;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.util.Assert;

/**
 * Message to send, in the format of the platform.
 *
 * @param type type such as {@code interactive} or {@code text}
 * @param content JSON of the content
 * @param uuid idempotency key of 1 to 50 characters; the platform carries out at most one
 * request for each uuid within an hour
 */
public record OutgoingMessage(@JsonProperty("msg_type") String type, String content, String uuid) {

	public OutgoingMessage {
		Assert.hasText(type, "'type' must not be blank");
		Assert.hasText(content, "'content' must not be blank");
		Assert.hasText(uuid, "'uuid' must not be blank");
	}

	/**
	 * Creates a message with a card.
	 * @param card JSON of the card
	 * @param uuid idempotency key of the message
	 * @return the message
	 */
	public static OutgoingMessage card(String card, String uuid) {
		return new OutgoingMessage("interactive", card, uuid);
	}

	/**
	 * Creates a message with a text.
	 * @param text JSON with the member {@code text}
	 * @param uuid idempotency key of the message
	 * @return the message
	 */
	public static OutgoingMessage text(String text, String uuid) {
		return new OutgoingMessage("text", text, uuid);
	}

	@Override
	public String toString() {
		return "OutgoingMessage[" + this.type + "]";
	}

}
