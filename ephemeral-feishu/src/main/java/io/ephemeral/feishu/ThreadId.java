package io.ephemeral.feishu;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Id of a thread in a chat.
 *
 * @param value the {@code thread_id}, usually {@code omt_…}
 */
public record ThreadId(@JsonValue String value) {

	public ThreadId {
		Identifier.THREAD.check(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
