package io.ephemeral.feishu.card;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mapper of cards, apart from the application's own: its settings must not change
 * what the platform receives. Numbers keep the digits that they came with.
 */
final class CardMapper {

	static final JsonMapper INSTANCE = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private CardMapper() {
	}

	/** The card as a tree, which is not to be changed. */
	static JsonNode tree(CardContent card) {
		return (card instanceof RawCard raw) ? raw.value() : INSTANCE.valueToTree(card);
	}

	static JsonNode text(String value) {
		return INSTANCE.getNodeFactory().stringNode(value);
	}

}
