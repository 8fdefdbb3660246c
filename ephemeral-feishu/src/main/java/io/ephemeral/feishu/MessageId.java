package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of a message. An ephemeral card can be deleted only by its id. A click on the card
 * contains the id.
 *
 * @param value the {@code message_id}, usually {@code om_…}; the id of a user, chat or
 * app is refused
 */
public record MessageId(@JsonValue String value) {

	public MessageId {
		Identifier.MESSAGE.check(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
