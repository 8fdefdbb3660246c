package io.ephemeral.feishu.card.element;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An object in the JSON of a card. Its {@code toString} contains no text of the card.
 */
@JsonSerialize(using = PartSerializer.class)
public interface CardPart {

	/**
	 * What was read and is not modelled: unknown properties, and known ones with a value
	 * that is not understood. It is written as it came.
	 * @return properties by name; empty for what was built in code
	 */
	Map<String, JsonNode> unknown();

	/**
	 * Whether all of it is modelled, with all that it holds.
	 * @return false if something is {@link #unknown} or a {@link RawElement}
	 */
	default boolean isFullyTyped() {
		return ValueWriter.PART.isFullyTyped(this);
	}

	/**
	 * The name that a component has in JSON.
	 * @param component component of a part
	 * @return such as {@code text_size}
	 */
	static String nameOf(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	/**
	 * Which property of a kind of part says what it is.
	 * @param type a part
	 * @return the property, or null if the place identifies parts of that type
	 */
	static @Nullable JsonTypeInfo typeInfo(Class<?> type) {
		JsonTypeInfo own = type.getAnnotation(JsonTypeInfo.class);
		return (own != null) ? own
				: Arrays.stream(type.getInterfaces())
					.map(CardPart::typeInfo)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
	}

}
