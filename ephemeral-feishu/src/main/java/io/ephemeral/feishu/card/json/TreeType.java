package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of any JSON. The record may still refuse a value.
 */
final class TreeType extends PropertyType {

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		return json;
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeTree((JsonNode) value);
	}

}
