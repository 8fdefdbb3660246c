package io.ephemeral.feishu.card.json;

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
	 * Makes a node of a text.
	 * @param value the text
	 * @return the node
	 */
	public static JsonNode text(String value) {
		return INSTANCE.getNodeFactory().stringNode(value);
	}

}
