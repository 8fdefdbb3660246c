package io.ephemeral.feishu.simulator.tenant;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON with the settings of the simulator, which the application cannot change.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	/**
	 * Reads JSON. Empty text becomes a missing node.
	 */
	public static JsonNode parse(String text) {
		return MAPPER.readTree(text);
	}

	public static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	public static String text(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

	/**
	 * Returns the number of UTF-8 bytes of a property's value, including blanks.
	 * @return 0 without such a property
	 */
	public static int sizeOf(String property, String object) {
		int size = 0;
		try (JsonParser parser = MAPPER.createParser(object)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				int start = (int) parser.currentTokenLocation().getCharOffset();
				parser.skipChildren();
				int end = (int) parser.currentLocation().getCharOffset();
				if (name.equals(property)) {
					size = object.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
				}
			}
		}
		return size;
	}

}
