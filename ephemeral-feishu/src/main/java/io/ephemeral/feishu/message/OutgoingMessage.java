package io.ephemeral.feishu.message;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.util.Assert;

/**
 * Message as the platform takes it, wherever it goes.
 *
 * @param type type such as {@code interactive} or {@code text}
 * @param content JSON of the content
 * @param uuid 1 to 50 characters; of several requests with the same uuid the platform
 * carries out one at most within an hour
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
	 * @param uuid another one for each message
	 * @return the message
	 */
	public static OutgoingMessage card(String card, String uuid) {
		return new OutgoingMessage("interactive", card, uuid);
	}

	/**
	 * Creates a message with a text.
	 * @param text JSON with the member {@code text}
	 * @param uuid another one for each message
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
