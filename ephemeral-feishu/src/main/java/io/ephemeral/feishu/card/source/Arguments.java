package io.ephemeral.feishu.card.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Possible arguments of a call.
 */
final class Arguments {

	/** Maximum number of combinations for one method. */
	private static final int MOST = 300;

	private final Expressions expressions;

	private final Executable executable;

	private final ResolvableType receiver;

	private final List<Object> ingredients;

	/**
	 * Creates the arguments of a call.
	 * @param expressions expressions for the ingredients
	 * @param executable called method
	 * @param receiver static type of the object whose method is called; none for a static
	 * method
	 * @param ingredients values from which the arguments are made
	 */
	Arguments(Expressions expressions, Executable executable, ResolvableType receiver, List<Object> ingredients) {
		this.expressions = expressions;
		this.executable = executable;
		this.receiver = receiver;
		this.ingredients = ingredients;
	}

	/** Returns all combinations, each of which uses an ingredient once. */
	Stream<List<@Nullable Expression>> all() {
		List<List<Choice>> choices = new ArrayList<>();
		for (int index = 0; index < this.executable.getParameterCount(); index++) {
			choices.add(choices(index));
		}
		return combinations(choices, 0, List.of()).limit(MOST).map((combination) -> {
			List<@Nullable Expression> arguments = new ArrayList<>();
			combination.forEach((choice) -> arguments.addAll(choice.expressions()));
			return arguments;
		});
	}

	private static Stream<List<Choice>> combinations(List<List<Choice>> choices, int index, List<Choice> before) {
		if (index == choices.size()) {
			return Stream.of(before);
		}
		return choices.get(index)
			.stream()
			.filter((choice) -> before.stream().noneMatch((other) -> other.ingredient() == choice.ingredient()))
			.flatMap((choice) -> combinations(choices, index + 1,
					Stream.concat(before.stream(), Stream.of(choice)).toList()));
	}

	private List<Choice> choices(int index) {
		Class<?> erased = ClassUtils.resolvePrimitiveIfNecessary(this.executable.getParameterTypes()[index]);
		if (this.ingredients.stream().noneMatch((value) -> mayFit(value, erased))) {
			return erased.isArray() ? List.of(new Choice(-1, List.of())) : List.of();
		}
		ResolvableType type = typeOf(index);
		boolean isVariable = this.executable.isVarArgs() && index == this.executable.getParameterCount() - 1;
		List<Choice> choices = new ArrayList<>();
		for (int ingredient = 0; ingredient < this.ingredients.size(); ingredient++) {
			Object value = this.ingredients.get(ingredient);
			List<Expression> found = isVariable ? several(value, type.getComponentType()) : one(value, type);
			if (found != null) {
				choices.add(new Choice(ingredient, found));
			}
		}
		if (isVariable) {
			choices.add(new Choice(-1, List.of()));
		}
		return choices;
	}

	/** Returns false for most values that do not fit, because generic types are slow. */
	private static boolean mayFit(Object value, Class<?> erased) {
		if (value instanceof List<?>) {
			return erased == List.class || erased.isArray();
		}
		return value instanceof JsonNode || erased.isInstance(value) || Expressions.mayFit(value, erased)
				|| (erased == Double.class && value instanceof Number);
	}

	private ResolvableType typeOf(int index) {
		Type type = this.executable.getGenericParameterTypes()[index];
		return (this.executable instanceof Constructor || this.receiver.equals(ResolvableType.NONE))
				? ResolvableType.forType(type)
				: ResolvableType.forType(type, this.receiver.as(((Method) this.executable).getDeclaringClass()));
	}

	private @Nullable List<Expression> one(Object value, ResolvableType type) {
		Expression found = this.expressions.find(value, type);
		return (found != null) ? List.of(found) : null;
	}

	/** Returns the expressions for all entries of a list, or for a part of each. */
	private @Nullable List<Expression> several(Object value, ResolvableType type) {
		if (!(value instanceof List<?> list)) {
			return null;
		}
		List<Expression> found = new ArrayList<>();
		for (Object entry : list) {
			Expression expression = oneOrPart(entry, type);
			if (expression == null) {
				return null;
			}
			found.add(expression);
		}
		return found;
	}

	private @Nullable Expression oneOrPart(Object value, ResolvableType type) {
		Expression whole = this.expressions.find(value, type);
		return (whole != null) ? whole
				: Ingredients.parts(value)
					.stream()
					.map((part) -> this.expressions.find(part, type))
					.filter((found) -> found != null)
					.findFirst()
					.orElse(null);
	}

	/**
	 * Choice for one parameter.
	 *
	 * @param ingredient index of the ingredient; -1 for none
	 * @param expressions arguments, several for a variable number of arguments
	 */
	private record Choice(int ingredient, List<Expression> expressions) {
	}

}
