package io.ephemeral.feishu.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;

/**
 * Component of a record, or a parameter of the constructor of another class, which has a
 * value by its name.
 *
 * @param owner the record or the class
 * @param name name of the component
 * @param parameter parameter of the constructor
 */
public record BoundComponent(Class<?> owner, String name, Parameter parameter) {

	/**
	 * Returns whether values of a type are made from components.
	 * @param type any type
	 * @return true for a record, a Kotlin class with a primary constructor, an object of
	 * Kotlin, and another class whose only constructor has parameters
	 */
	public static boolean areIn(Class<?> type) {
		if (type.isRecord()) {
			return true;
		}
		Constructor<?> constructor = isCandidate(type) ? constructorOf(type) : null;
		return constructor != null && (constructor.getParameterCount() > 0 || BoundJson.objectOf(type) != null);
	}

	private static boolean isCandidate(Class<?> type) {
		return !Modifier.isAbstract(type.getModifiers()) && !type.isEnum() && !type.isPrimitive()
				&& !Throwable.class.isAssignableFrom(type) && !type.getName().startsWith("java.");
	}

	private static @Nullable Constructor<?> constructorOf(Class<?> type) {
		Constructor<?> primary = BeanUtils.findPrimaryConstructor(type);
		Constructor<?>[] all = type.getDeclaredConstructors();
		return (primary != null) ? primary : (all.length == 1) ? all[0] : null;
	}

	/**
	 * Returns the components of a type.
	 * @param type any type
	 * @return components in their order; empty if there are none
	 * @throws IllegalStateException if a class was compiled without the names of its
	 * parameters
	 */
	public static List<BoundComponent> of(Class<?> type) {
		Constructor<?> constructor = areIn(type) ? constructorOf(type) : null;
		if (constructor == null) {
			return List.of();
		}
		List<String> names = namesOf(constructor);
		Parameter[] parameters = constructor.getParameters();
		return IntStream.range(0, names.size())
			.mapToObj((index) -> new BoundComponent(type, names.get(index), parameters[index]))
			.toList();
	}

	private static List<String> namesOf(Constructor<?> constructor) {
		RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
		if (components != null) {
			return Arrays.stream(components).map(RecordComponent::getName).toList();
		}
		@Nullable String[] names = BeanUtils.getParameterNames(constructor);
		return IntStream.range(0, names.length).mapToObj((index) -> Objects.requireNonNull(names[index])).toList();
	}

	/** Returns the type with its generics. */
	public Type type() {
		return this.parameter.getParameterizedType();
	}

	/**
	 * Returns whether the type itself refuses an absent value. An absent list is empty
	 * instead.
	 * @return true for a primitive of Java, and for a Kotlin type that is neither
	 * nullable nor has a default
	 */
	public boolean isRequired() {
		if (!isOfKotlin()) {
			return this.parameter.getType().isPrimitive();
		}
		return !Collection.class.isAssignableFrom(this.parameter.getType()) && !isOptional();
	}

	/** Returns whether Kotlin has a default for an absent value. */
	public boolean hasDefault() {
		return isOfKotlin() && isOptional() && Nullness.forMethodParameter(methodParameter()) != Nullness.NULLABLE;
	}

	private boolean isOfKotlin() {
		return KotlinDetector.isKotlinType(this.owner);
	}

	private boolean isOptional() {
		return methodParameter().isOptional();
	}

	private MethodParameter methodParameter() {
		return MethodParameter.forParameter(this.parameter);
	}

}
