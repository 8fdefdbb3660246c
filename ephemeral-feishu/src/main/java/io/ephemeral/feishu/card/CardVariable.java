package io.ephemeral.feishu.card;

import java.util.Locale;

import io.ephemeral.feishu.card.CardFiller.Spot;
import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A variable that an export of the card builder declares.
 *
 * @param name what placeholders call it
 * @param type what values it takes
 * @param mockData value of the builder's preview, which no real card gets; none when
 * absent
 */
record CardVariable(String name, VariableType type, @Nullable JsonNode mockData) {

	/** A placeholder that no variable declares takes everything. */
	static CardVariable undeclared(String name) {
		return new CardVariable(name, VariableType.ANY, null);
	}

	static CardVariable of(JsonNode declaration) {
		VariableType type = VariableType.of(declaration.path("type").asString(""));
		return new CardVariable(declaration.path("name").asString(""), type,
				mockData(declaration.path("mockData"), type));
	}

	/** Reads a value that is not a text: it may be JSON that was written as text. */
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
	 * @param value what the application gives
	 * @param file where the variable is declared
	 * @return what {@link #at} takes
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

	/** The value itself is a content of the card and stays out. */
	private static String kind(Object value) {
		return CardMapper.INSTANCE.valueToTree(value).getNodeType().name().toLowerCase(Locale.ROOT);
	}

}
