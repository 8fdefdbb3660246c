package io.ephemeral.feishu.card.json;

import java.util.Map;
import java.util.TreeMap;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Type of objects of several kinds. Each object names its kind.
 */
final class SealedType extends AnyPartType {

	private final Map<String, PropertyType> kinds = new TreeMap<>();

	SealedType(Class<?> type) {
		addKinds(type);
	}

	private void addKinds(Class<?> type) {
		for (Class<?> kind : type.getPermittedSubclasses()) {
			if (kind.isSealed()) {
				addKinds(kind);
			}
			else {
				this.kinds.put(String.valueOf(PartSchema.nameOf(kind)), PropertyTypes.of(kind));
			}
		}
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		PropertyType kind = this.kinds.get(nameOf(json));
		if (kind == null && json.isObject() && json.isEmpty()) {
			return null;
		}
		if (kind == null) {
			reading.mismatch(json.isObject() ? CardRule.INVALID_VALUE : CardRule.WRONG_STRUCTURE,
					"must be an object of one of the kinds " + this.kinds.keySet());
			return null;
		}
		return kind.read(json, reading);
	}

	private static String nameOf(JsonNode json) {
		JsonNode tag = json.path("tag");
		return (tag.isString() ? tag : json.path("type")).asString("");
	}

}
