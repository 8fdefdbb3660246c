package io.ephemeral.feishu.card.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Property of a part, which is a component of its record.
 *
 * @param name name in JSON, such as {@code text_size}
 * @param encodedName name, encoded for the generator
 * @param index index of the component
 * @param type type of the value
 * @param optional whether an empty collection is omitted
 * @param getter handle that reads the field, because some accessors copy the value
 */
record PartProperty(String name, SerializableString encodedName, int index, PropertyType type, boolean optional,
		MethodHandle getter) {

	static PartProperty of(RecordComponent component, int index) {
		String name = nameOf(component);
		return new PartProperty(name, new SerializedString(name), index, PropertyTypes.of(component),
				component.getAccessor().isAnnotationPresent(JsonInclude.class), getter(component));
	}

	private static String nameOf(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns a handle that reads the field of a component.
	 * @param component any component
	 * @return a handle with an object as parameter and result
	 */
	static MethodHandle getter(RecordComponent component) {
		Class<?> type = component.getDeclaringRecord();
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
		return value != null && !(this.optional && this.type.isEmpty(value));
	}

}
