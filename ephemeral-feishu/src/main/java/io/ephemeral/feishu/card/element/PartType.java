package io.ephemeral.feishu.card.element;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/**
 * How the parts of one class are written.
 */
final class PartType {

	private static final ClassValue<PartType> TYPES = new ClassValue<>() {

		@Override
		protected PartType computeValue(Class<?> type) {
			return new PartType(type);
		}

	};

	/** The property that says what a part is, and what it says; absent for most. */
	private final @Nullable SerializableString typeProperty;

	private final SerializableString typeName;

	private final Property[] properties;

	/** Reads all components into an array. */
	private final MethodHandle values;

	private PartType(Class<?> type) {
		JsonTypeInfo info = CardPart.typeInfo(type);
		this.typeProperty = (info != null) ? new SerializedString(info.property()) : null;
		this.typeName = new SerializedString((info != null) ? Tags.of(type) : "");
		RecordComponent[] components = type.getRecordComponents();
		this.properties = Arrays.stream(components, 0, components.length - 1)
			.map(Property::of)
			.toArray(Property[]::new);
		this.values = values(components);
	}

	static PartType of(Class<?> type) {
		return TYPES.get(type);
	}

	private static MethodHandle values(RecordComponent[] components) {
		MethodHandle[] accessors = Arrays.stream(components).map(PartType::accessor).toArray(MethodHandle[]::new);
		MethodHandle collector = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.length);
		return MethodHandles.permuteArguments(MethodHandles.filterArguments(collector, 0, accessors),
				MethodType.methodType(Object[].class, Object.class), new int[accessors.length]);
	}

	private static MethodHandle accessor(RecordComponent component) {
		try {
			return MethodHandles.publicLookup()
				.unreflect(component.getAccessor())
				.asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	void write(Object part, JsonGenerator generator) {
		@Nullable Object[] values = values(part);
		generator.writeStartObject();
		if (this.typeProperty != null) {
			generator.writeName(this.typeProperty);
			generator.writeString(this.typeName);
		}
		for (int index = 0; index < this.properties.length; index++) {
			Object value = values[index];
			if (value != null) {
				this.properties[index].write(value, generator);
			}
		}
		Map<String, JsonNode> unknown = (Map<String, JsonNode>) values[values.length - 1];
		if (unknown != null && !unknown.isEmpty()) {
			writeUnknown(unknown, values, generator);
		}
		generator.writeEndObject();
	}

	/** But for what was set in code since. */
	private void writeUnknown(Map<String, JsonNode> unknown, @Nullable Object[] values, JsonGenerator generator) {
		Map<String, JsonNode> others = new LinkedHashMap<>(unknown);
		for (int index = 0; index < this.properties.length; index++) {
			if (this.properties[index].isWritten(values[index])) {
				others.remove(this.properties[index].name().getValue());
			}
		}
		others.forEach((name, value) -> {
			generator.writeName(name);
			ValueWriter.JSON.write(value, generator);
		});
	}

	boolean isFullyTyped(Object part) {
		@Nullable Object[] values = values(part);
		for (int index = 0; index < this.properties.length; index++) {
			Object value = values[index];
			if (value != null && !this.properties[index].writer().isFullyTyped(value)) {
				return false;
			}
		}
		Object unknown = values[values.length - 1];
		return unknown != null && ((Map<?, ?>) unknown).isEmpty();
	}

	private @Nullable Object[] values(Object part) {
		try {
			return (Object[]) this.values.invokeExact(part);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Property(SerializableString name, ValueWriter writer, boolean optionalCollection) {

		static Property of(RecordComponent component) {
			return new Property(new SerializedString(CardPart.nameOf(component)), ValueWriter.of(component),
					component.getAccessor().isAnnotationPresent(JsonInclude.class));
		}

		boolean isWritten(@Nullable Object value) {
			return value != null && (!this.optionalCollection || !isEmpty(value));
		}

		void write(Object value, JsonGenerator generator) {
			if (isWritten(value)) {
				generator.writeName(this.name);
				this.writer.write(value, generator);
			}
		}

		private static boolean isEmpty(Object value) {
			return (value instanceof Collection<?> collection) ? collection.isEmpty() : ((Map<?, ?>) value).isEmpty();
		}

	}

}
