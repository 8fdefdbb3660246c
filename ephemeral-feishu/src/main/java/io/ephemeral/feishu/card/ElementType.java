package io.ephemeral.feishu.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.card.CardReader.Reading;
import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.RawElement;
import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An element, at a place. What may not stand there, is not known, or lacks what it needs
 * is kept as it came.
 */
final class ElementType implements ValueType {

	private static final Set<String> OF_JSON_1 = Set.of("note", "action");

	/** By tags, with the elements that stand elsewhere. */
	private final Map<String, Kind> kinds = new HashMap<>();

	ElementType(Class<?> place, Map<Class<?>, ValueType> types) {
		types.put(place, this);
		addKinds(Element.class, place, types);
	}

	private void addKinds(Class<?> type, Class<?> place, Map<Class<?>, ValueType> types) {
		for (Class<?> kind : type.getPermittedSubclasses()) {
			if (kind.isSealed()) {
				addKinds(kind, place, types);
			}
			else if (kind != RawElement.class) {
				RecordType record = (RecordType) ValueType.of(kind, types);
				this.kinds.put(String.valueOf(record.name()), new Kind(record, place.isAssignableFrom(kind)));
			}
		}
	}

	@Override
	public @Nullable Object read(JsonNode json, Reading reading) {
		if (!json.isObject()) {
			reading.report(CardRule.WRONG_STRUCTURE, "must be an object with a tag");
			return null;
		}
		String tag = json.path("tag").asString("");
		Kind kind = this.kinds.get(tag);
		if (kind == null) {
			reading.report(OF_JSON_1.contains(tag) ? CardRule.REMOVED_ELEMENT : CardRule.UNKNOWN_ELEMENT,
					"has a tag that JSON 2.0 does not have");
			return new RawElement(json);
		}
		if (!kind.mayStandHere()) {
			reading.report(CardRule.PLACEMENT, "may not stand here");
			return new RawElement(json);
		}
		Object element = kind.type().read(json, reading);
		return (element != null) ? element : new RawElement(json);
	}

	private record Kind(RecordType type, boolean mayStandHere) {
	}

}
