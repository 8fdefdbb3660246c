package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper of cards, apart from the application's own: its settings must not change
 * what the platform receives. Numbers keep the digits that they came with.
 */
public final class CardMapper {

	/** The mapper. */
	public static final JsonMapper INSTANCE = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private CardMapper() {
	}

	/**
	 * Turns a value into the tree that is read from its JSON. A number has no Java type
	 * of its own there, so that a card equals the one that is read from its JSON.
	 * @param value any value that Jackson writes
	 * @return the tree
	 */
	public static JsonNode tree(@Nullable Object value) {
		return INSTANCE.readTree(INSTANCE.writeValueAsString(value));
	}

	/**
	 * Makes a node of a text.
	 * @param value the text
	 * @return the node
	 */
	public static JsonNode text(String value) {
		return INSTANCE.getNodeFactory().stringNode(value);
	}

}
