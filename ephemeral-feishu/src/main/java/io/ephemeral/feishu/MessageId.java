package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of a message. For an ephemeral card it is the only handle by which the card can be
 * deleted, and it comes back when the viewer clicks.
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
