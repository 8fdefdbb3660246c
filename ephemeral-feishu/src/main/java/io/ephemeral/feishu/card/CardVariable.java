package io.ephemeral.feishu.card;

import java.util.Locale;

import io.ephemeral.feishu.card.CardFiller.Spot;
import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Variable that an export of the card builder declares.
 *
 * @param name name of the variable in placeholders
 * @param type type of the values
 * @param mockData value for the preview of the builder, which real cards do not use; none
 * when absent
 */
record CardVariable(String name, VariableType type, @Nullable JsonNode mockData) {

	/** Returns a variable for an undeclared placeholder, which accepts every value. */
	static CardVariable undeclared(String name) {
		return new CardVariable(name, VariableType.ANY, null);
	}

	static CardVariable of(JsonNode declaration) {
		VariableType type = VariableType.of(declaration.path("type").asString(""));
		return new CardVariable(declaration.path("name").asString(""), type,
				mockData(declaration.path("mockData"), type));
	}

	/**
	 * Reads the mock data. A value of another type than text may be written as JSON in a
	 * string.
	 */
	private static @Nullable JsonNode mockData(JsonNode data, VariableType type) {
		if (data.isMissingNode() || data.isNull()) {
			return null;
		}
		if (!data.isString() || type == VariableType.TEXT || type == VariableType.ANY) {
			return data;
		}
		if (data.stringValue().isBlank()) {
			return null;
		}
		try {
			JsonNode parsed = CardMapper.INSTANCE.readTree(data.stringValue());
			return (type.read(parsed) != null) ? parsed : data;
		}
		catch (JacksonException ex) {
			return data;
		}
	}

	/**
	 * Checks a value.
	 * @param value value of the application
	 * @param file file that declares the variable
	 * @return the value for {@link #at}
	 * @throws IllegalArgumentException if the value is of another type
	 */
	Object read(Object value, String file) {
		Object read = this.type.read(value);
		Assert.isTrue(read != null, () -> "The variable \"" + this.name + "\" of " + file + " must be "
				+ this.type.expectation() + ", but the given value is of the type " + kind(value));
		return read;
	}

	Object at(Spot spot, Object value) {
		return this.type.at(spot, value);
	}

	/**
	 * Returns the kind of a value for messages, which must not contain the value itself.
	 */
	private static String kind(Object value) {
		return CardMapper.INSTANCE.valueToTree(value).getNodeType().name().toLowerCase(Locale.ROOT);
	}

}
