package io.ephemeral.feishu.card.json;

import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Type of values without parts.
 */
abstract class ScalarType extends PropertyType {

	private final String expectation;

	/**
	 * Creates a type.
	 * @param expectation requirement for the JSON, as the rest of a sentence
	 */
	ScalarType(String expectation) {
		this.expectation = expectation;
	}

	abstract boolean fits(JsonNode json);

	/**
	 * Converts JSON that fits to a value.
	 * @throws InvalidPropertyException if the value is not valid
	 */
	abstract Object convert(JsonNode json);

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		if (!fits(json)) {
			reading.mismatch(json.isContainer() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE, this.expectation);
			return null;
		}
		try {
			return convert(json);
		}
		catch (InvalidPropertyException ex) {
			reading.mismatch(json.isArray() ? CardRule.WRONG_STRUCTURE : CardRule.INVALID_VALUE, ex.expectation());
			return null;
		}
	}

}
