package io.ephemeral.feishu.card.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ephemeral.feishu.card.style.StringValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Types of properties, by the types of the components of a record.
 */
final class PropertyTypes {

	private static final ClassValue<PropertyType> TYPES = new ClassValue<>() {

		@Override
		protected PropertyType computeValue(Class<?> type) {
			return create(type);
		}

	};

	private PropertyTypes() {
	}

	static PropertyType of(RecordComponent component) {
		JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
		return (format != null) ? new TimeType(component.getType(), format.pattern()) : of(component.getGenericType());
	}

	private static PropertyType of(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return (arguments.length == 1) ? new ListType(of(arguments[0]))
					: new MapType(of(arguments[0]), of(arguments[1]));
		}
		return of((Class<?>) type);
	}

	static PropertyType of(Class<?> type) {
		return TYPES.get(type);
	}

	private static PropertyType create(Class<?> type) {
		if (type == String.class) {
			return new TextType();
		}
		if (type == Boolean.class) {
			return new FlagType();
		}
		if (type == Integer.class) {
			return new WholeNumberType();
		}
		if (type == BigDecimal.class) {
			return new NumberType();
		}
		if (type == JsonNode.class) {
			return new TreeType();
		}
		if (type.isEnum()) {
			return new WordType(type);
		}
		return StringValue.class.isAssignableFrom(type) ? new StringValueType(type) : ofPart(type);
	}

	private static PropertyType ofPart(Class<?> type) {
		if (type.isSealed()) {
			Class<?> root = rootOf(type);
			return (root != null) ? new ElementType(type, root) : new SealedType(type);
		}
		if (!type.isRecord()) {
			throw new IllegalStateException(type + " is not a value of a card");
		}
		return TreeValueType.fits(type) ? new TreeValueType(type) : new PartType(type);
	}

	/**
	 * Returns the type that names a default for unknown objects, such as the type of all
	 * elements.
	 */
	private static @Nullable Class<?> rootOf(Class<?> type) {
		JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
		if (info != null && info.defaultImpl() != JsonTypeInfo.class) {
			return type;
		}
		for (Class<?> parent : type.getInterfaces()) {
			Class<?> root = rootOf(parent);
			if (root != null) {
				return root;
			}
		}
		return null;
	}

}
