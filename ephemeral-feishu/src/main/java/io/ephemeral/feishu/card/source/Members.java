package io.ephemeral.feishu.card.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Members of the classes of cards that create values, found by their types and not by
 * their names. Therefore a new component needs no change here.
 */
final class Members {

	/** Name of the method of builders that takes any JSON. */
	static final String PROPERTY = "property";

	private static final String BUILD = "build";

	/** Reflection returns members in no order. */
	private static final Comparator<Method> ORDER = Comparator.comparing(Method::getName)
		.thenComparing(Method::toGenericString);

	private static final ClassValue<Optional<Method>> BUILDS = new ClassValue<>() {

		@Override
		protected Optional<Method> computeValue(Class<?> type) {
			return findBuild(type);
		}

	};

	private static final ClassValue<List<Member>> STARTS = new ClassValue<>() {

		@Override
		protected List<Member> computeValue(Class<?> type) {
			return findStarts(type);
		}

	};

	private static final ClassValue<List<Method>> CALLS = new ClassValue<>() {

		@Override
		protected List<Method> computeValue(Class<?> type) {
			return findCalls(type);
		}

	};

	private Members() {
	}

	/** Returns the constants, factory methods and the constructor that create a value. */
	static List<Member> starts(Class<?> type) {
		return STARTS.get(type);
	}

	private static List<Member> findStarts(Class<?> type) {
		List<Member> starts = new ArrayList<>();
		for (Field field : type.getFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
				starts.add(field);
			}
		}
		Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
			.flatMap((owner) -> Arrays.stream(owner.getDeclaredMethods()))
			.filter((method) -> isPublic(method) && Modifier.isStatic(method.getModifiers()))
			.filter((method) -> method.getReturnType() == type || build(method.getReturnType()) != null)
			.sorted(ORDER)
			.forEach(starts::add);
		if (starts.stream()
			.noneMatch((start) -> start instanceof Method method && build(method.getReturnType()) != null)) {
			starts.add(canonicalConstructor(type));
		}
		return starts;
	}

	/** Returns the value of a component of a record. */
	static @Nullable Object component(Object record, int index) {
		Method accessor = record.getClass().getRecordComponents()[index].getAccessor();
		return ReflectionUtils.invokeMethod(accessor, record);
	}

	private static Constructor<?> canonicalConstructor(Class<?> type) {
		return type.getConstructors()[0];
	}

	/**
	 * Returns the public methods of a builder, or of a value, that return its own type.
	 */
	static List<Method> calls(Class<?> receiver) {
		return CALLS.get(receiver);
	}

	private static List<Method> findCalls(Class<?> receiver) {
		List<Method> calls = new ArrayList<>();
		for (Class<?> type = receiver; type != Object.class; type = type.getSuperclass()) {
			for (Method method : type.getDeclaredMethods()) {
				if (isPublic(method) && !Modifier.isStatic(method.getModifiers())
						&& method.getReturnType().isAssignableFrom(receiver)
						&& method.getReturnType().getPackageName().startsWith("io.ephemeral")
						&& !method.getName().equals(PROPERTY)) {
					method.setAccessible(true);
					calls.add(method);
				}
			}
		}
		calls.sort(ORDER);
		return calls;
	}

	/** Returns the method for any JSON; null for a value that is not a builder. */
	static @Nullable Method property(Class<?> receiver) {
		for (Class<?> type = receiver; type != Object.class; type = type.getSuperclass()) {
			for (Method method : type.getDeclaredMethods()) {
				if (isPublic(method) && method.getName().equals(PROPERTY) && method.getParameterCount() == 2) {
					method.setAccessible(true);
					return method;
				}
			}
		}
		return null;
	}

	/** Returns the method that ends a builder; null for a class that is no builder. */
	static @Nullable Method build(Class<?> type) {
		return BUILDS.get(type).orElse(null);
	}

	private static Optional<Method> findBuild(Class<?> type) {
		Optional<Method> build = Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(BUILD) && method.getParameterCount() == 0
					&& !method.isSynthetic() && type.getEnclosingClass() != null)
			.findFirst();
		build.ifPresent((method) -> method.setAccessible(true));
		return build;
	}

	static @Nullable Method publicBuild(Class<?> type) {
		Method build = build(type);
		return (build != null && isPublic(build)) ? build : null;
	}

	private static boolean isPublic(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
	}

}
