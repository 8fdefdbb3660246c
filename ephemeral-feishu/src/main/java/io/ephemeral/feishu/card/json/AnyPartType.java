package io.ephemeral.feishu.card.json;

import tools.jackson.core.JsonGenerator;

/**
 * Type of parts of several classes. The class of a value determines how it is written.
 */
abstract class AnyPartType extends PropertyType {

	@Override
	void write(Object value, JsonGenerator generator) {
		PropertyTypes.of(value.getClass()).write(value, generator);
	}

	@Override
	boolean holdsParts() {
		return true;
	}

	@Override
	boolean isFullyTyped(Object value) {
		return PropertyTypes.of(value.getClass()).isFullyTyped(value);
	}

}
