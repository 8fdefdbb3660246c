package io.ephemeral.feishu.card.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.PartSchema;
import io.ephemeral.feishu.card.source.Step.InvalidStepException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.ResolvableType;

/**
 * Search for the calls that create one value. It takes the call that brings the JSON
 * nearest to the value, until there is no difference. Every call is made before it is
 * written, so that the source does what it seems to do.
 */
final class Search {

	/** Maximum number of continued starts. Values of one text have no maximum. */
	private static final int STARTS = 6;

	private final Expressions expressions;

	private final Object target;

	private final JsonNode json;

	/** Properties of a part, by their names in JSON. */
	private final Map<String, Object> properties;

	Search(Expressions expressions, Object target) {
		this.expressions = expressions;
		this.target = target;
		this.json = CardMapper.tree(target);
		this.properties = (target instanceof CardPart) ? PartSchema.propertiesOf(target) : Map.of();
	}

	/** Returns the expressions for the value, and for its builders. */
	List<Expression> expressions() {
		List<Expression> found = new ArrayList<>();
		for (Attempt start : starts()) {
			Attempt known = withRawProperties(continued(start));
			if (withUnknownProperties(known).distance().isNone()) {
				Construction construction = sorted(whole(known)).construction();
				found.add(construction.expression());
				Expression built = construction.built();
				if (built != null) {
					found.add(built);
				}
			}
		}
		return found;
	}

	/** Adds the unknown properties to the shortest calls for the others. */
	private Attempt whole(Attempt known) {
		Attempt shortest = withUnknownProperties(shortened(known));
		return shortest.distance().isNone() ? shortest : withUnknownProperties(known);
	}

	private List<Attempt> starts() {
		List<Object> ingredients = Ingredients.of(this.target, this.json, MissingNode.getInstance());
		return Members.starts(this.target.getClass())
			.stream()
			.map((member) -> start(member, ingredients))
			.filter(Objects::nonNull)
			.sorted()
			.limit((this.target instanceof CardPart) ? STARTS : Integer.MAX_VALUE)
			.toList();
	}

	private @Nullable Attempt start(Member member, List<Object> ingredients) {
		if (member instanceof Constructor<?> constructor) {
			List<@Nullable Expression> all = allProperties(constructor);
			return (all != null) ? attempt(new Construction(List.of(new Step(member, all)))) : null;
		}
		return arguments(member, ResolvableType.NONE, ingredients)
			.map((arguments) -> attempt(new Construction(List.of(new Step(member, arguments)))))
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Returns the arguments of the canonical constructor; null if the constructor cannot
	 * create the value.
	 */
	private @Nullable List<@Nullable Expression> allProperties(Constructor<?> constructor) {
		Class<?> type = this.target.getClass();
		List<@Nullable Expression> all = new ArrayList<>();
		for (int index = 0; index < constructor.getParameterCount(); index++) {
			Object value = Members.component(this.target, index);
			Expression expression = (value != null)
					? this.expressions.find(value, ResolvableType.forConstructorParameter(constructor, index)) : null;
			if (value != null && expression == null) {
				return null;
			}
			all.add(expression);
		}
		return type.isRecord() ? all : null;
	}

	private Attempt continued(Attempt start) {
		Attempt current = start;
		Set<String> failed = new HashSet<>();
		while (!current.distance().isNone()) {
			Attempt next = next(current, failed);
			if (next == null) {
				return current;
			}
			current = next;
		}
		return current;
	}

	/**
	 * Finds the best next call: for one property if possible, otherwise for several.
	 * @param failed properties for which there was no call before
	 */
	private @Nullable Attempt next(Attempt current, Set<String> failed) {
		JsonNode tree = current.construction().tree();
		if (this.properties.isEmpty()) {
			return best(current, Ingredients.of(this.target, this.json, tree));
		}
		List<Object> all = new ArrayList<>();
		for (Map.Entry<String, Object> property : this.properties.entrySet()) {
			JsonNode wanted = this.json.path(property.getKey());
			JsonNode written = tree.path(property.getKey());
			if (!isComplete(property.getKey(), tree)) {
				List<Object> ingredients = Ingredients.ofProperty(property.getValue(), wanted, written);
				Attempt best = failed.contains(property.getKey()) ? null : best(current, ingredients);
				if (best != null) {
					return best;
				}
				failed.add(property.getKey());
				all.addAll(ingredients);
			}
		}
		return best(current, all);
	}

	private @Nullable Attempt best(Attempt current, List<Object> ingredients) {
		Construction construction = current.construction();
		return Members.calls(construction.create().getClass())
			.stream()
			.flatMap((method) -> arguments(method, construction.type(), ingredients)
				.map((arguments) -> attempt(construction.with(new Step(method, arguments)))))
			.filter((attempt) -> attempt != null && attempt.distance().isNearerThan(current.distance()))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	private Stream<List<@Nullable Expression>> arguments(Member member, ResolvableType receiver,
			List<Object> ingredients) {
		return (member instanceof Executable executable)
				? new Arguments(this.expressions, executable, receiver, ingredients).all() : Stream.of(List.of());
	}

	/** Replaces the calls of properties that are not complete by JSON. */
	private Attempt withRawProperties(Attempt attempt) {
		Method method = Members.property(attempt.construction().create().getClass());
		Attempt current = attempt;
		for (Map.Entry<String, JsonNode> property : this.json.properties()) {
			String name = property.getKey();
			if (method != null && this.properties.containsKey(name)
					&& !isComplete(name, current.construction().tree())) {
				Construction without = without(current.construction(), name);
				Attempt raw = attempt(without.with(rawProperty(method, name, property.getValue())));
				current = (raw != null && raw.distance().total() < current.distance().total()) ? raw : current;
			}
		}
		return current;
	}

	/**
	 * Adds the properties that no call of the builder writes, all at once, because there
	 * may be many.
	 */
	private Attempt withUnknownProperties(Attempt attempt) {
		Method method = Members.property(attempt.construction().create().getClass());
		if (method == null) {
			return attempt;
		}
		JsonNode tree = attempt.construction().tree();
		List<Step> unknown = this.json.properties()
			.stream()
			.filter((property) -> !this.properties.containsKey(property.getKey())
					&& !isComplete(property.getKey(), tree))
			.map((property) -> rawProperty(method, property.getKey(), property.getValue()))
			.toList();
		Attempt whole = attempt(attempt.construction().with(unknown));
		return (whole != null) ? whole : attempt;
	}

	private boolean isComplete(String property, JsonNode tree) {
		return Distance.between(tree.path(property), this.json.path(property)).isNone();
	}

	/** Leaves out the calls that write a property and nothing else. */
	private Construction without(Construction construction, String property) {
		Construction shorter = construction;
		for (int index = construction.steps().size() - 1; index > 0; index--) {
			Construction candidate = shorter.without(index);
			if (attempt(candidate) != null && writesOnly(property, shorter.tree(), candidate.tree())) {
				shorter = candidate;
			}
		}
		return shorter;
	}

	/** Returns whether JSON with and without a call differs in one property. */
	private static boolean writesOnly(String property, JsonNode with, JsonNode without) {
		return with.properties()
			.stream()
			.allMatch((
					entry) -> entry.getKey().equals(property) != entry.getValue().equals(without.path(entry.getKey())));
	}

	private Step rawProperty(Method method, String name, JsonNode value) {
		String comment = this.properties.containsKey(name) ? "No method of the builder writes this value."
				: "The builder has no such property.";
		Code code = JavaJson.value(value);
		Expression raw = Expression.raw(code, value, Expression.RAW, comment);
		return new Step(method, List.of(Expression.of(new Code.Text(name), name), raw));
	}

	/** Leaves out the calls that later ones made superfluous. */
	private Attempt shortened(Attempt attempt) {
		Attempt current = attempt;
		int index = 1;
		while (index < current.construction().steps().size()) {
			Attempt shorter = attempt(current.construction().without(index));
			if (shorter != null && shorter.distance().equals(current.distance())) {
				current = shorter;
			}
			else {
				index++;
			}
		}
		return current;
	}

	private Attempt sorted(Attempt attempt) {
		Attempt sorted = attempt(attempt.construction().sorted());
		return (sorted != null && sorted.distance().isNone()) ? sorted : attempt;
	}

	/** Returns null if the called code refuses the arguments. */
	private @Nullable Attempt attempt(Construction construction) {
		try {
			Object value = construction.value();
			return (value.getClass() == this.target.getClass())
					? new Attempt(construction, Distance.between(CardMapper.INSTANCE.valueToTree(value), this.json))
					: null;
		}
		catch (InvalidStepException ex) {
			return null;
		}
	}

	/**
	 * Construction that may not be complete.
	 *
	 * @param construction steps so far
	 * @param distance what remains
	 */
	private record Attempt(Construction construction, Distance distance) implements Comparable<Attempt> {

		private static final Comparator<Attempt> ORDER = Comparator
			.comparingInt((Attempt attempt) -> attempt.distance.total())
			.thenComparingInt((attempt) -> attempt.construction.cost());

		@Override
		public int compareTo(Attempt other) {
			return ORDER.compare(this, other);
		}

	}

}
