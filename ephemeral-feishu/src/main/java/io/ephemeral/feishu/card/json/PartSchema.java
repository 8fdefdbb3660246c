package io.ephemeral.feishu.card.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Structure of a record of the card model, determined once. The components of the record
 * are the properties of the object in JSON. The last component is an exception: it holds
 * the unsupported properties.
 */
public final class PartSchema {

	private static final ClassValue<PartSchema> SCHEMAS = new ClassValue<>() {

		@Override
		protected PartSchema computeValue(Class<?> type) {
			return new PartSchema(type);
		}

	};

	private final Class<?> type;

	private final @Nullable String name;

	private final String typeProperty;

	private final List<PartProperty> properties;

	private final RecordComponent unknown;

	private final Map<String, PartProperty> propertiesByName = new HashMap<>();

	private PartSchema(Class<?> type) {
		this.type = type;
		this.name = nameOf(type);
		JsonTypeInfo info = typeInfo(type);
		this.typeProperty = (info != null) ? info.property() : "";
		RecordComponent[] components = type.getRecordComponents();
		this.unknown = components[components.length - 1];
		this.properties = IntStream.range(0, components.length - 1)
			.mapToObj((index) -> PartProperty.of(components[index], index))
			.toList();
		this.properties.forEach((property) -> this.propertiesByName.put(property.name(), property));
	}

	static PartSchema of(Class<?> type) {
		return SCHEMAS.get(type);
	}

	/**
	 * Returns the platform's name for a kind of object.
	 * @param type class of a part
	 * @return the name, such as {@code column_set}; null if only the place of an object
	 * shows its kind
	 */
	public static @Nullable String nameOf(Class<?> type) {
		JsonTypeName annotation = type.getAnnotation(JsonTypeName.class);
		return (annotation != null) ? annotation.value() : null;
	}

	/**
	 * Returns the supported properties of a part that have a value.
	 * @param part any part
	 * @return the values by the names in JSON, in the order of the components
	 */
	public static Map<String, Object> propertiesOf(Object part) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (PartProperty property : of(part.getClass()).properties()) {
			Object value = property.valueIn(part);
			if (value != null && property.isWritten(value)) {
				values.put(property.name(), value);
			}
		}
		return values;
	}

	/** Returns the annotation of the class, or the first one of its interfaces. */
	private static @Nullable JsonTypeInfo typeInfo(Class<?> type) {
		JsonTypeInfo own = type.getAnnotation(JsonTypeInfo.class);
		return (own != null) ? own
				: Arrays.stream(type.getInterfaces())
					.map(PartSchema::typeInfo)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
	}

	Class<?> type() {
		return this.type;
	}

	@Nullable String name() {
		return this.name;
	}

	/** Returns the property that holds the name; empty for a part without a name. */
	String typeProperty() {
		return this.typeProperty;
	}

	/** Returns the properties in the order of the components. */
	List<PartProperty> properties() {
		return this.properties;
	}

	@Nullable PartProperty property(String name) {
		return this.propertiesByName.get(name);
	}

	/** Returns the component that holds the unsupported properties. */
	RecordComponent unknown() {
		return this.unknown;
	}

}
