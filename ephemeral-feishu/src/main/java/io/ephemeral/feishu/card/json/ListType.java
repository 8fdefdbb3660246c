package io.ephemeral.feishu.card.json;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of lists. A list fits only if all its elements fit.
 */
final class ListType extends PropertyType {

	private final PropertyType element;

	ListType(PropertyType element) {
		this.element = element;
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isArray()) {
			reading.mismatch(CardRule.WRONG_STRUCTURE, "must be an array");
			return null;
		}
		List<Object> values = new ArrayList<>(json.size());
		for (int index = 0; index < json.size(); index++) {
			reading.path().enter(index);
			Object value = this.element.read(json.get(index), reading);
			if (value == null && json.get(index).isObject() && json.get(index).isEmpty()) {
				reading.mismatch(CardRule.INVALID_VALUE, "must not be empty");
			}
			reading.path().leave();
			if (value != null) {
				values.add(value);
			}
		}
		return (values.size() == json.size()) ? values : null;
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		List<?> values = (List<?>) value;
		generator.writeStartArray();
		for (int index = 0; index < values.size(); index++) {
			this.element.write(values.get(index), generator);
		}
		generator.writeEndArray();
	}

	@Override
	Object empty() {
		return List.of();
	}

	@Override
	boolean isEmpty(Object value) {
		return ((List<?>) value).isEmpty();
	}

	@Override
	boolean holdsParts() {
		return this.element.holdsParts();
	}

	@Override
	boolean isFullyTyped(Object value) {
		for (Object entry : (List<?>) value) {
			if (!this.element.isFullyTyped(entry)) {
				return false;
			}
		}
		return true;
	}

}
