package io.ephemeral.feishu.card;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.RawElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what a card that was read holds as it came.
 */
final class UntypedParts {

	private final Map<String, JsonNode> found = new LinkedHashMap<>();

	private UntypedParts() {
	}

	static Map<String, JsonNode> of(Card card) {
		UntypedParts parts = new UntypedParts();
		parts.search("", card);
		return parts.found;
	}

	private void search(String path, @Nullable Object value) {
		if (value instanceof RawElement element) {
			this.found.put(path, element.json());
		}
		else if (value instanceof CardPart part) {
			part.unknown().forEach((name, json) -> this.found.put(path + "." + name, json));
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				if (!component.getName().equals("unknown")) {
					search(path + "." + component.getName(), valueOf(component, value));
				}
			}
		}
		else if (value instanceof Collection<?> values) {
			values.forEach((element) -> search(path + "[]", element));
		}
		else if (value instanceof Map<?, ?> values) {
			values.forEach((key, element) -> search(path + "." + key, element));
		}
	}

	private static @Nullable Object valueOf(RecordComponent component, Object holder) {
		try {
			return component.getAccessor().invoke(holder);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
