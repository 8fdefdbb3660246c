package io.ephemeral.feishu.card.json;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listener for JSON that does not fit the model.
 */
public interface ReadingListener {

	/**
	 * Receives a value that does not fit its place.
	 * @param path path of the value
	 * @param rule rule that the value breaks
	 * @param expectation requirement for the value, as the rest of a sentence
	 */
	void mismatch(CardPath path, CardRule rule, String expectation);

	/**
	 * Receives an object with an unknown tag.
	 * @param path path of the object
	 * @param tag tag of the object
	 */
	void unknownElement(CardPath path, String tag);

	/**
	 * Receives a property that its record does not have.
	 * @param path path of the property
	 * @param part class of the record
	 * @param property name of the property
	 */
	void unknownProperty(CardPath path, Class<?> part, String property);

	/**
	 * Receives a property that its record refuses.
	 * @param path path of the property
	 * @param refusal details of the refusal
	 */
	void refusedProperty(CardPath path, Refusal refusal);

	/**
	 * Refusal of a property by its record.
	 *
	 * @param part class of the record
	 * @param property name of the property
	 * @param value value of the property; null when the property is missing
	 * @param rule rule that the property breaks, unless more is known about it
	 * @param expectation requirement for the value, as the rest of a sentence
	 */
	record Refusal(Class<?> part, String property, @Nullable JsonNode value, CardRule rule, String expectation) {
	}

}
