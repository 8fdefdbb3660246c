package io.ephemeral.feishu.card.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/**
 * Writer of parts of one class. Most properties of most parts are absent, and reflection
 * on each of them would take longer than writing the others. Therefore it uses method
 * handles.
 */
public final class PartWriter {

	private static final MethodHandle WRITE_PROPERTY = own("write",
			MethodType.methodType(void.class, PartProperty.class, Object.class, JsonGenerator.class));

	private static final MethodHandle IS_TYPED = own("isTyped",
			MethodType.methodType(boolean.class, PropertyType.class, Object.class));

	private static final ClassValue<PartWriter> WRITERS = new ClassValue<>() {

		@Override
		protected PartWriter computeValue(Class<?> type) {
			return new PartWriter(PartSchema.of(type));
		}

	};

	/** Type property, such as {@code tag}; absent for most parts. */
	private final @Nullable SerializableString typeProperty;

	private final SerializableString typeName;

	private final PartProperty[] properties;

	/** Handle that checks the properties that can contain unsupported JSON. */
	private final MethodHandle typed;

	private final MethodHandle unknown;

	/**
	 * Handle that writes all properties. The compiler inlines it, like code for this
	 * class alone.
	 */
	private final MethodHandle writer;

	private PartWriter(PartSchema schema) {
		String name = schema.name();
		this.typeProperty = (name != null) ? new SerializedString(schema.typeProperty()) : null;
		this.typeName = new SerializedString((name != null) ? name : "");
		this.properties = schema.properties().toArray(PartProperty[]::new);
		this.typed = typed(schema.properties().stream().filter((property) -> property.type().holdsParts()).toList());
		this.unknown = PartProperty.getter(schema.unknown()).asType(MethodType.methodType(Map.class, Object.class));
		this.writer = writer(this.properties);
	}

	private static MethodHandle own(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(PartWriter.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static PartWriter of(Class<?> type) {
		return WRITERS.get(type);
	}

	/**
	 * Returns whether the model supports a part and its whole content.
	 * @param part any part
	 * @return false if the part contains unsupported JSON
	 */
	public static boolean isFullyTyped(Object part) {
		return PropertyTypes.of(part.getClass()).isFullyTyped(part);
	}

	private static MethodHandle typed(List<PartProperty> holders) {
		MethodHandle no = MethodHandles.dropArguments(MethodHandles.constant(boolean.class, false), 0, Object.class);
		MethodHandle typed = MethodHandles.dropArguments(MethodHandles.constant(boolean.class, true), 0, Object.class);
		for (PartProperty holder : holders) {
			MethodHandle test = MethodHandles.insertArguments(IS_TYPED, 0, holder.type());
			typed = MethodHandles.guardWithTest(MethodHandles.filterArguments(test, 0, holder.getter()), typed, no);
		}
		return typed;
	}

	private static MethodHandle writer(PartProperty[] properties) {
		MethodHandle writer = MethodHandles.empty(MethodType.methodType(void.class, Object.class, JsonGenerator.class));
		for (int index = properties.length - 1; index >= 0; index--) {
			MethodHandle write = MethodHandles.insertArguments(WRITE_PROPERTY, 0, properties[index]);
			writer = MethodHandles.foldArguments(writer,
					MethodHandles.filterArguments(write, 0, properties[index].getter()));
		}
		return writer;
	}

	void write(Object part, JsonGenerator generator) {
		generator.writeStartObject();
		if (this.typeProperty != null) {
			generator.writeName(this.typeProperty);
			generator.writeString(this.typeName);
		}
		try {
			this.writer.invokeExact(part, generator);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
		Map<String, JsonNode> unknown = unknown(part);
		if (!unknown.isEmpty()) {
			writeUnknown(unknown, part, generator);
		}
		generator.writeEndObject();
	}

	/** Writes a property; the handles call this method. */
	static void write(PartProperty property, @Nullable Object value, JsonGenerator generator) {
		if (value != null && property.isWritten(value)) {
			generator.writeName(property.encodedName());
			property.type().write(value, generator);
		}
	}

	/**
	 * Writes the unknown properties that the application has not set since the part was
	 * read.
	 */
	private void writeUnknown(Map<String, JsonNode> unknown, Object part, JsonGenerator generator) {
		Map<String, JsonNode> others = new LinkedHashMap<>(unknown);
		for (PartProperty property : this.properties) {
			if (property.isWritten(property.valueIn(part))) {
				others.remove(property.name());
			}
		}
		others.forEach((name, value) -> {
			generator.writeName(name);
			generator.writeTree(value);
		});
	}

	boolean isTyped(Object part) {
		try {
			return unknown(part).isEmpty() && (boolean) this.typed.invokeExact(part);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Called by the handles. */
	static boolean isTyped(PropertyType type, @Nullable Object value) {
		return value == null || type.isFullyTyped(value);
	}

	@SuppressWarnings("unchecked")
	private Map<String, JsonNode> unknown(Object part) {
		try {
			return (Map<String, JsonNode>) (Map<?, ?>) this.unknown.invokeExact(part);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
