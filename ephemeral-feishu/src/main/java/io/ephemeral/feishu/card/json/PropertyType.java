package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Kind of value that a property takes.
 */
abstract class PropertyType {

	/**
	 * Reads a value.
	 * @param json value of the property
	 * @param reading takes what does not fit
	 * @return the value; null if the property does not take it, which was reported
	 */
	abstract @Nullable Object read(JsonNode json, Reading reading);

	/**
	 * Writes a value.
	 * @param value a value of this kind
	 * @param generator takes its JSON
	 */
	abstract void write(Object value, JsonGenerator generator);

	/** Writes a value as the name of a property. */
	String nameOf(Object value) {
		return String.valueOf(value);
	}

	/** The collection without entries; null if this is no collection. */
	@Nullable Object empty() {
		return null;
	}

	/** Returns whether the value is a collection without entries. */
	boolean isEmpty(Object value) {
		return false;
	}

	/** Returns whether the values can hold what is not modelled. */
	boolean holdsParts() {
		return false;
	}

	/** Returns whether the value holds nothing that is not modelled. */
	boolean isFullyTyped(Object value) {
		return true;
	}

}
