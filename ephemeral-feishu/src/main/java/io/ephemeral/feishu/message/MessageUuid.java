package io.ephemeral.feishu.message;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.MessageId;

import org.springframework.util.Assert;

/**
 * Idempotency key of a message. The platform carries out at most one request for each
 * uuid within an hour.
 *
 * @param value 1 to 50 characters
 * @see <a href= "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send
 * message</a>
 */
public record MessageUuid(@JsonValue String value) {

	private static final int MAX_LENGTH = 50;

	public MessageUuid {
		Assert.hasText(value, "'value' of a uuid must not be blank");
		Assert.isTrue(value.length() <= MAX_LENGTH, "'value' of a uuid must have 50 characters at most");
	}

	/**
	 * Creates a random uuid.
	 * @return a new uuid for each call
	 */
	public static MessageUuid random() {
		return new MessageUuid(UUID.randomUUID().toString());
	}

	/**
	 * Returns the uuid for the publication of a card.
	 * @param card id of an ephemeral card
	 * @return a uuid derived from the id; the same in each instance of the application
	 */
	public static MessageUuid outcomeOf(MessageId card) {
		byte[] name = ("outcome of " + card.value()).getBytes(StandardCharsets.UTF_8);
		return new MessageUuid(UUID.nameUUIDFromBytes(name).toString());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
