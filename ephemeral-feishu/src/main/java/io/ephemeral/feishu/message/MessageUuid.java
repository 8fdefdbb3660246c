package io.ephemeral.feishu.message;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.MessageId;

import org.springframework.util.Assert;

/**
 * Makes a public message one: of several requests with the same uuid the platform carries
 * out one at most, within an hour.
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
	 * Makes one for a message that is sent for the first time.
	 * @return another one each time
	 */
	public static MessageUuid random() {
		return new MessageUuid(UUID.randomUUID().toString());
	}

	/**
	 * Makes the one for what becomes of a card.
	 * @param card a private card
	 * @return the same one each time, also in another instance of the application
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
