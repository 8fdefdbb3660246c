package io.ephemeral.feishu.card.source;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.source.Code.Chain;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;

/**
 * Creation of a value: a first step, and the calls that follow.
 *
 * @param steps steps, one or more
 */
record Construction(List<Step> steps) {

	Construction with(Step step) {
		return with(List.of(step));
	}

	Construction with(List<Step> steps) {
		List<Step> more = new ArrayList<>(this.steps);
		more.addAll(steps);
		return new Construction(more);
	}

	Construction without(int index) {
		List<Step> fewer = new ArrayList<>(this.steps);
		fewer.remove(index);
		return new Construction(fewer);
	}

	/** Moves the elements behind the settings of their container. */
	Construction sorted() {
		return new Construction(Stream
			.concat(this.steps.stream().limit(1),
					this.steps.stream().skip(1).sorted(Comparator.comparing(Step::addsElement)))
			.toList());
	}

	/** Takes all steps. Returns a builder, or the value itself. */
	Object create() {
		Object current = null;
		for (Step step : this.steps) {
			current = step.applyTo(current);
		}
		return Objects.requireNonNull(current);
	}

	/** Takes all steps, and builds if the result is a builder. */
	Object value() {
		Object created = create();
		Method build = Members.build(created.getClass());
		return (build != null) ? new Step(build, List.of()).applyTo(created) : created;
	}

	JsonNode tree() {
		return CardMapper.INSTANCE.valueToTree(value());
	}

	ResolvableType type() {
		return this.steps.get(0).type();
	}

	int cost() {
		return this.steps.stream().mapToInt(Step::cost).sum();
	}

	Code code() {
		Code start = this.steps.get(0).start();
		return (this.steps.size() == 1) ? start
				: new Chain(start, this.steps.stream().skip(1).map(Step::call).collect(Collectors.toList()));
	}

	/** Returns the expression for the value, or for its builder. */
	Expression expression() {
		return new Expression(code(), type(), this::create, value(), cost(), comment());
	}

	/**
	 * Returns the expression for the value that the builder builds; null if there is no
	 * way to call it.
	 */
	@Nullable Expression built() {
		Method build = Members.publicBuild(create().getClass());
		if (build == null) {
			return null;
		}
		Construction whole = with(new Step(build, List.of()));
		return new Expression(whole.code(), ResolvableType.forType(build.getGenericReturnType(), type()), whole::create,
				whole.create(), whole.cost(), comment());
	}

	/** Comments stand above the calls after the first. */
	private @Nullable String comment() {
		return this.steps.get(0).comment();
	}

}
