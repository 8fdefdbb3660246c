package io.ephemeral.feishu.callback.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of JSON that arrives as a text, because a sender has serialized it twice.
 */
public final class WrittenJson {

	/**
	 * Maximum number of nested texts; more than one, because some senders put a text into
	 * a text.
	 */
	private static final int MOST_TEXTS = 4;

	private WrittenJson() {
	}

	/**
	 * Reads the JSON in a text. A text that is not JSON, or contains a number or a
	 * boolean, stays a text.
	 */
	public static JsonNode read(JsonNode node) {
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
			// Only the start of the text looks like JSON.
			return null;
		}
	}

}
