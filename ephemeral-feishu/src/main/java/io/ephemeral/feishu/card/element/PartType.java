package io.ephemeral.feishu.card.element;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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

	private static final MethodHandle WRITE_PROPERTY = writeProperty();

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

	/** Those of the properties that can hold what is not modelled. */
	private final Property[] holders;

	/** Reads the holders into an array. */
	private final MethodHandle held;

	/**
	 * Writes all properties. The compiler sees through it, as through code that is
	 * written for this class alone.
	 */
	private final MethodHandle writer;

	private PartType(Class<?> type) {
		JsonTypeInfo info = CardPart.typeInfo(type);
		this.typeProperty = (info != null) ? new SerializedString(info.property()) : null;
		this.typeName = new SerializedString((info != null) ? Tags.of(type) : "");
		RecordComponent[] components = type.getRecordComponents();
		this.properties = Arrays.stream(components, 0, components.length - 1)
			.map((component) -> Property.of(type, component))
			.toArray(Property[]::new);
		this.holders = Arrays.stream(this.properties)
			.filter((property) -> property.writer().holdsParts())
			.toArray(Property[]::new);
		this.held = values(this.holders);
		this.writer = writer(this.properties);
	}

	private static MethodHandle writeProperty() {
		try {
			return MethodHandles.lookup()
				.findStatic(PartType.class, "write",
						MethodType.methodType(void.class, Property.class, Object.class, JsonGenerator.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static PartType of(Class<?> type) {
		return TYPES.get(type);
	}

	private static MethodHandle values(Property[] properties) {
		MethodHandle collector = MethodHandles.identity(Object[].class).asCollector(Object[].class, properties.length);
		MethodHandle[] getters = Arrays.stream(properties).map(Property::getter).toArray(MethodHandle[]::new);
		return MethodHandles.permuteArguments(MethodHandles.filterArguments(collector, 0, getters),
				MethodType.methodType(Object[].class, Object.class), new int[getters.length]);
	}

	private static MethodHandle writer(Property[] properties) {
		MethodHandle writer = MethodHandles.empty(MethodType.methodType(void.class, Object.class, JsonGenerator.class));
		for (int index = properties.length - 1; index >= 0; index--) {
			MethodHandle write = MethodHandles.insertArguments(WRITE_PROPERTY, 0, properties[index]);
			writer = MethodHandles.foldArguments(writer,
					MethodHandles.filterArguments(write, 0, properties[index].getter()));
		}
		return writer;
	}

	void write(CardPart part, JsonGenerator generator) {
		generator.writeStartObject();
		if (this.typeProperty != null) {
			generator.writeName(this.typeProperty);
			generator.writeString(this.typeName);
		}
		try {
			this.writer.invokeExact((Object) part, generator);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
		if (!part.unknown().isEmpty()) {
			writeUnknown(part, generator);
		}
		generator.writeEndObject();
	}

	/** Called by the handles. */
	static void write(Property property, @Nullable Object value, JsonGenerator generator) {
		if (value != null && property.isWritten(value)) {
			generator.writeName(property.name());
			property.writer().write(value, generator);
		}
	}

	/** But for what was set in code since. */
	private void writeUnknown(CardPart part, JsonGenerator generator) {
		Map<String, JsonNode> others = new LinkedHashMap<>(part.unknown());
		for (Property property : this.properties) {
			if (property.isWritten(property.valueIn(part))) {
				others.remove(property.name().getValue());
			}
		}
		others.forEach((name, value) -> {
			generator.writeName(name);
			ValueWriter.JSON.write(value, generator);
		});
	}

	boolean isFullyTyped(CardPart part) {
		@Nullable Object[] values = held(part);
		for (int index = 0; index < values.length; index++) {
			Object value = values[index];
			if (value != null && !this.holders[index].writer().isFullyTyped(value)) {
				return false;
			}
		}
		return part.unknown().isEmpty();
	}

	private @Nullable Object[] held(Object part) {
		try {
			return (Object[]) this.held.invokeExact(part);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Property(SerializableString name, ValueWriter writer, boolean optionalCollection, MethodHandle getter) {

		static Property of(Class<?> type, RecordComponent component) {
			return new Property(new SerializedString(CardPart.nameOf(component)), ValueWriter.of(component),
					component.getAccessor().isAnnotationPresent(JsonInclude.class), getter(type, component));
		}

		/** Of the field, because some accessors copy. */
		private static MethodHandle getter(Class<?> type, RecordComponent component) {
			try {
				return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
					.findGetter(type, component.getName(), component.getType())
					.asType(MethodType.methodType(Object.class, Object.class));
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Nullable Object valueIn(Object part) {
			try {
				return (Object) this.getter.invokeExact(part);
			}
			catch (Throwable ex) {
				throw new IllegalStateException(ex);
			}
		}

		boolean isWritten(@Nullable Object value) {
			return value != null && !(this.optionalCollection && this.writer.isEmpty(value));
		}

	}

}
