package io.ephemeral.feishu.card.json;

import io.ephemeral.feishu.binding.BoundJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON mapper for cards. It is separate from the mapper of the application, whose
 * settings must not change the JSON for the platform. Numbers keep their original digits.
 */
public final class CardMapper {

	/** The only mapper for cards. */
	public static final JsonMapper INSTANCE = BoundJson.addTo(JsonMapper.builder())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private CardMapper() {
	}

	/**
	 * Converts a value to the tree that is read from its JSON. The tree does not depend
	 * on the Java types of numbers, so that a card equals the card read from its JSON.
	 * @param value any value that Jackson can write
	 * @return the tree
	 */
	public static JsonNode tree(@Nullable Object value) {
		return INSTANCE.readTree(INSTANCE.writeValueAsString(value));
	}

	/**
	 * Creates a node for a text.
	 * @param value the text
	 * @return the node
	 */
	public static JsonNode text(String value) {
		return INSTANCE.getNodeFactory().stringNode(value);
	}

}
