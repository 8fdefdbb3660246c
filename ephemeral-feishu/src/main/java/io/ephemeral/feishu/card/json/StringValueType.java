package io.ephemeral.feishu.card.json;

import java.lang.reflect.Constructor;

import io.ephemeral.feishu.card.style.StringValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of records with one string, such as colors.
 */
final class StringValueType extends ScalarType {

	private final Constructor<?> constructor;

	StringValueType(Class<?> type) {
		super("must be a string");
		this.constructor = Constructors.of(type, String.class);
	}

	@Override
	boolean fits(JsonNode json) {
		return json.isString();
	}

	@Override
	Object convert(JsonNode json) {
		return Constructors.call(this.constructor, json.stringValue());
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeString(((StringValue) value).value());
	}

}
