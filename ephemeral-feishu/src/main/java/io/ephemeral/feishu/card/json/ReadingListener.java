package io.ephemeral.feishu.card.json;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listener for what does not fit the model while a part is read.
 */
public interface ReadingListener {

	/**
	 * Takes a value that does not fit its place.
	 * @param path path of the value
	 * @param rule rule that it breaks
	 * @param expectation what it must be, as the rest of a sentence
	 */
	void mismatch(CardPath path, CardRule rule, String expectation);

	/**
	 * Takes an object whose tag no element has.
	 * @param path path of the object
	 * @param tag its tag
	 */
	void unknownElement(CardPath path, String tag);

	/**
	 * Takes a property that its record does not have.
	 * @param path path of the property
	 * @param part class of the record
	 * @param property name of the property
	 */
	void unknownProperty(CardPath path, Class<?> part, String property);

	/**
	 * Takes a property that its record refuses.
	 * @param path path of the property
	 * @param refusal what is refused
	 */
	void refusedProperty(CardPath path, Refusal refusal);

	/**
	 * A property that a record refuses.
	 *
	 * @param part class of the record
	 * @param property name of the property
	 * @param value its value; missing when absent
	 * @param rule rule that it breaks, unless more is known about the property
	 * @param expectation what it must be, as the rest of a sentence
	 */
	record Refusal(Class<?> part, String property, @Nullable JsonNode value, CardRule rule, String expectation) {
	}

}
