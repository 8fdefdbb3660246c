package io.ephemeral.feishu.card;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.RawElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of a card that was read, by their places in its JSON.
 */
final class CardParts {

	private final Map<String, CardPart> found = new LinkedHashMap<>();

	private CardParts() {
	}

	/** From the whole card on, whose JSON pointer is empty. */
	static Map<String, CardPart> of(Card card) {
		CardParts parts = new CardParts();
		parts.search("", card);
		return parts.found;
	}

	/** The properties that are modelled. */
	static List<RecordComponent> properties(Class<?> part) {
		return Arrays.stream(part.getRecordComponents())
			.filter((component) -> !component.getName().equals("unknown"))
			.toList();
	}

	static String nameOf(RecordComponent property) {
		JsonProperty annotation = property.getAccessor().getAnnotation(JsonProperty.class);
		return (annotation != null) ? annotation.value()
				: property.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	static boolean isOptional(RecordComponent property) {
		return property.getAnnotatedType().isAnnotationPresent(Nullable.class)
				|| property.getAccessor().isAnnotationPresent(JsonInclude.class);
	}

	static boolean isSet(RecordComponent property, CardPart part) {
		Object value = valueOf(property, part);
		return value != null && !List.of().equals(value) && !Map.of().equals(value);
	}

	private void search(String pointer, @Nullable Object value) {
		if (value instanceof CardPart part && !(value instanceof RawElement)) {
			this.found.put(pointer, part);
			for (RecordComponent property : properties(part.getClass())) {
				search(pointer + "/" + nameOf(property), valueOf(property, part));
			}
		}
		else if (value instanceof Collection<?> values) {
			int index = 0;
			for (Object element : values) {
				search(pointer + "/" + index++, element);
			}
		}
		else if (value instanceof Map<?, ?> values) {
			values.forEach((key, element) -> search(
					pointer + "/" + ((key instanceof CardLocale locale) ? locale.code() : key), element));
		}
	}

	private static @Nullable Object valueOf(RecordComponent property, CardPart part) {
		try {
			return property.getAccessor().invoke(part);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
