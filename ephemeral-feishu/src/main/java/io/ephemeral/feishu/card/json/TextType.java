package io.ephemeral.feishu.card.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of texts.
 */
final class TextType extends ScalarType {

	TextType() {
		super("must be a string");
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isString();
	}

	@Override
	Object convert(JsonNode json) {
		return json.stringValue();
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeString((String) value);
	}

}
