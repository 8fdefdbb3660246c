package io.ephemeral.feishu.card.json;

import java.math.BigDecimal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of numbers, which keep their original digits.
 */
final class NumberType extends ScalarType {

	NumberType() {
		super("must be a number");
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isNumber();
	}

	@Override
	Object convert(JsonNode json) {
		return json.decimalValue();
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeNumber((BigDecimal) value);
	}

}
