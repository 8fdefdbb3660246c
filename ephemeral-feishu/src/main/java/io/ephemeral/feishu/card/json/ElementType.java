package io.ephemeral.feishu.card.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Type of the elements of a place. An element stays unchanged if its tag is unknown or
 * not allowed in the place, or if a required property is missing.
 */
final class ElementType extends AnyPartType {

	/** All elements by tag, including elements of other places. */
	private final Map<String, Kind> kinds = new HashMap<>();

	private final PropertyType raw;

	/**
	 * Creates the type for a place.
	 * @param place type of the elements that are allowed in the place
	 * @param root type of all elements, whose annotation names the default
	 */
	ElementType(Class<?> place, Class<?> root) {
		Class<?> raw = Objects.requireNonNull(root.getAnnotation(JsonTypeInfo.class)).defaultImpl();
		this.raw = PropertyTypes.of(raw);
		addKinds(root, place, raw);
	}

	private void addKinds(Class<?> type, Class<?> place, Class<?> raw) {
		for (Class<?> kind : type.getPermittedSubclasses()) {
			if (kind.isSealed()) {
				addKinds(kind, place, raw);
			}
			else if (kind != raw) {
				this.kinds.put(String.valueOf(PartSchema.nameOf(kind)),
						new Kind(PropertyTypes.of(kind), place.isAssignableFrom(kind)));
			}
		}
	}

	@Override
	@Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isObject()) {
			reading.mismatch(CardRule.WRONG_STRUCTURE, "must be an object with a tag");
			return null;
		}
		String tag = json.path("tag").asString("");
		Kind kind = this.kinds.get(tag);
		if (kind == null) {
			reading.unknownElement(tag);
			return this.raw.read(json, reading);
		}
		if (!kind.mayStandHere()) {
			reading.mismatch(CardRule.PLACEMENT, "is not allowed here");
			return this.raw.read(json, reading);
		}
		Object element = kind.type().read(json, reading);
		return (element != null) ? element : this.raw.read(json, reading);
	}

	private record Kind(PropertyType type, boolean mayStandHere) {
	}

}
