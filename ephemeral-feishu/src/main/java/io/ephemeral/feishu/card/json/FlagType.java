package io.ephemeral.feishu.card.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of booleans.
 */
final class FlagType extends ScalarType {

	FlagType() {
		super("must be true or false");
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isBoolean();
	}

	@Override
	Object convert(JsonNode json) {
		return json.booleanValue();
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeBoolean((Boolean) value);
	}

}
