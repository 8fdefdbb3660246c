package io.ephemeral.feishu.card.json;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Type of maps. A map fits only if all its entries fit.
 */
final class MapType extends PropertyType {

	private final PropertyType key;

	private final PropertyType value;

	MapType(PropertyType key, PropertyType value) {
		this.key = key;
		this.value = value;
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isObject()) {
			reading.mismatch(CardRule.WRONG_STRUCTURE, "must be an object");
			return null;
		}
		Map<Object, Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : json.properties()) {
			reading.path().enter(entry.getKey());
			Object key = this.key.read(CardMapper.text(entry.getKey()), reading);
			Object value = this.value.read(entry.getValue(), reading);
			reading.path().leave();
			if (key != null && value != null) {
				values.put(key, value);
			}
		}
		return (values.size() == json.size()) ? values : null;
	}

	@Override
	void write(Object value, JsonGenerator generator) {
		generator.writeStartObject();
		((Map<?, ?>) value).forEach((name, entry) -> {
			generator.writeName(this.key.nameOf(name));
			this.value.write(entry, generator);
		});
		generator.writeEndObject();
	}

	@Override
	Object empty() {
		return Map.of();
	}

	@Override
	boolean isEmpty(Object value) {
		return ((Map<?, ?>) value).isEmpty();
	}

	@Override
	boolean holdsParts() {
		return this.value.holdsParts();
	}

	@Override
	boolean isFullyTyped(Object value) {
		return ((Map<?, ?>) value).values().stream().allMatch(this.value::isFullyTyped);
	}

}
