package io.ephemeral.feishu.card.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of the values that a property accepts.
 */
abstract class PropertyType {

	/**
	 * Reads a value.
	 * @param json value of the property
	 * @param reading current run, which reports what does not fit
	 * @return the value; null if the property does not accept it, which is reported
	 */
	abstract @Nullable Object read(JsonNode json, Reading reading);

	/**
	 * Writes a value.
	 * @param value value of this type
	 * @param generator generator that writes the JSON
	 */
	abstract void write(Object value, JsonGenerator generator);

	/** Returns the name of a property for a value. */
	String nameOf(Object value) {
		return String.valueOf(value);
	}

	/** Returns the empty collection; null if the values are not collections. */
	@Nullable Object empty() {
		return null;
	}

	/** Returns whether the value is an empty collection. */
	boolean isEmpty(Object value) {
		return false;
	}

	/** Returns whether the values can contain unsupported JSON. */
	boolean holdsParts() {
		return false;
	}

	/** Returns whether the value contains no unsupported JSON. */
	boolean isFullyTyped(Object value) {
		return true;
	}

}
