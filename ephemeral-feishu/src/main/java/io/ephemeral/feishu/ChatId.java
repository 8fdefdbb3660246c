package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of a group chat.
 *
 * @param value the {@code chat_id}, usually {@code oc_…}; the id of a user, message or
 * app is refused
 */
public record ChatId(@JsonValue String value) {

	public ChatId {
		Identifier.CHAT.check(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
