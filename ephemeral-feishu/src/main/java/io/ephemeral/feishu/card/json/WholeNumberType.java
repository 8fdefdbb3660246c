package io.ephemeral.feishu.card.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of whole numbers.
 */
final class WholeNumberType extends ScalarType {

	WholeNumberType() {
		super("must be a whole number");
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isIntegralNumber() && json.canConvertToInt();
	}

	@Override
	Object convert(JsonNode json) {
		return json.intValue();
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeNumber((Integer) value);
	}

}
