package io.ephemeral.feishu.callback;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON that arrives as a text, because a sender has written it twice.
 */
final class WrittenJson {

	/** Enough for senders that write a text within a text. */
	private static final int MOST_TEXTS = 4;

	private WrittenJson() {
	}

	/**
	 * Reads what a text holds. A text that is not JSON, or holds a number or a boolean,
	 * stays a text.
	 */
	static JsonNode read(JsonNode node) {
		JsonNode read = node;
		for (int texts = 0; texts < MOST_TEXTS && read.isString(); texts++) {
			JsonNode held = heldBy(read.stringValue().strip());
			if (held == null) {
				return read;
			}
			read = held;
		}
		return read;
	}

	private static @Nullable JsonNode heldBy(String text) {
		if (!(text.startsWith("{") || text.startsWith("[") || text.startsWith("\"") || text.equals("null"))) {
			return null;
		}
		try {
			return CallbackMapper.INSTANCE.readTree(text);
		}
		catch (JacksonException ex) {
			// A text that only begins like JSON.
			return null;
		}
	}

}
