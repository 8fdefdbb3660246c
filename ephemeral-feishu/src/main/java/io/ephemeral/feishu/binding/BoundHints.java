package io.ephemeral.feishu.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

/**
 * Hints for native images: types with components, which Jackson reads and writes, and
 * their constraints, which Bean Validation checks.
 */
public final class BoundHints {

	private static final String CONSTRAINT = "jakarta.validation.Constraint";

	private final ReflectionHints hints;

	private final Set<Class<?>> seen = new HashSet<>();

	private BoundHints(ReflectionHints hints) {
		this.hints = hints;
	}

	/** Registers a type, and the types of its components. */
	public static void register(ReflectionHints hints, Type type) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints, type);
		new BoundHints(hints).addConstraints(ResolvableType.forType(type));
	}

	private void addConstraints(ResolvableType type) {
		Stream.of(type.getGenerics()).forEach(this::addConstraints);
		Class<?> raw = type.toClass();
		if (!BoundComponent.areIn(raw) || !this.seen.add(raw)) {
			return;
		}
		ClassUtils.getAllInterfacesForClassAsSet(raw).forEach((parent) -> this.hints.registerType(parent));
		addConstraints(raw);
		for (Field field : raw.getDeclaredFields()) {
			addConstraints(field);
			addConstraints(ResolvableType.forField(field));
		}
		for (Method method : raw.getDeclaredMethods()) {
			if (addConstraints(method)) {
				this.hints.registerMethod(method, ExecutableMode.INVOKE);
			}
		}
	}

	/** Returns whether an element has constraints. */
	private boolean addConstraints(AnnotatedElement element) {
		List<MergedAnnotation<Annotation>> constraints = MergedAnnotations.from(element).stream(CONSTRAINT).toList();
		constraints.forEach(this::add);
		return !constraints.isEmpty();
	}

	private void add(MergedAnnotation<Annotation> constraint) {
		MergedAnnotation<?> declared = constraint.getMetaSource();
		if (declared != null) {
			this.hints.registerType(declared.getType(), MemberCategory.INVOKE_PUBLIC_METHODS);
		}
		for (Class<?> validator : constraint.getClassArray("validatedBy")) {
			this.hints.registerType(validator, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}
	}

}
