package io.ephemeral.feishu.card;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.element.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

/**
 * Hints for native images: the card model. Its types are found by following the
 * interfaces, permitted subclasses, components and JSON values of all kinds of cards.
 */
final class CardHints implements RuntimeHintsRegistrar {

	private static final String LIBRARY = "io.ephemeral.feishu.";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		Set<Class<?>> model = new LinkedHashSet<>();
		follow(ResolvableType.forClass(CardContent.class), model);
		// A row of a table holds its options as a tree.
		follow(ResolvableType.forClass(Table.Option.class), model);
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				model.toArray(Class<?>[]::new));
	}

	private static void follow(ResolvableType type, Set<Class<?>> model) {
		Stream.of(type.getGenerics()).forEach((generic) -> follow(generic, model));
		Class<?> raw = type.toClass();
		if (raw.getName().startsWith(LIBRARY) && model.add(raw)) {
			Stream.of(raw.getInterfaces()).map(ResolvableType::forClass).forEach((place) -> follow(place, model));
			partsOf(raw).forEach((part) -> follow(part, model));
		}
	}

	private static Stream<ResolvableType> partsOf(Class<?> type) {
		if (type.isSealed()) {
			return Stream.of(type.getPermittedSubclasses()).map(ResolvableType::forClass);
		}
		Stream<Method> values = Stream.of(type.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(JsonValue.class));
		Stream<Method> components = type.isRecord()
				? Stream.of(type.getRecordComponents()).map((component) -> component.getAccessor()) : Stream.empty();
		return Stream.concat(values, components).map(ResolvableType::forMethodReturnType);
	}

}
