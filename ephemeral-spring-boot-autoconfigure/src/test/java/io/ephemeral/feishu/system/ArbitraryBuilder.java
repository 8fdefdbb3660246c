package io.ephemeral.feishu.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A builder that starts with an arbitrary value, and gets some of its options.
 *
 * @param <B> the builder
 */
final class ArbitraryBuilder<B> {

	private static final double PROBABILITY = 0.25;

	private final Arbitrary<Supplier<B>> start;

	private final List<Arbitrary<Optional<UnaryOperator<B>>>> options = new ArrayList<>();

	private ArbitraryBuilder(Arbitrary<Supplier<B>> start) {
		this.start = start;
	}

	static <T, B> ArbitraryBuilder<B> of(Arbitrary<T> required, Function<T, B> builder) {
		return new ArbitraryBuilder<>(required.map((value) -> () -> builder.apply(value)));
	}

	/** An option that is always set. */
	<T> ArbitraryBuilder<B> with(Arbitrary<T> value, BiFunction<B, T, B> setter) {
		return option(value, setter, 1);
	}

	/** An option that may be set. */
	<T> ArbitraryBuilder<B> maybe(Arbitrary<T> value, BiFunction<B, T, B> setter) {
		return option(value, setter, PROBABILITY);
	}

	/** An option without a value that may be set. */
	ArbitraryBuilder<B> maybe(UnaryOperator<B> setter) {
		return maybe(Values.BOOLEANS, (builder, yes) -> yes ? setter.apply(builder) : builder);
	}

	private <T> ArbitraryBuilder<B> option(Arbitrary<T> value, BiFunction<B, T, B> setter, double probability) {
		Arbitrary<UnaryOperator<B>> change = value.map((it) -> (builder) -> setter.apply(builder, it));
		this.options.add(change.optional(probability));
		return this;
	}

	<R> Arbitrary<R> build(Function<B, R> build) {
		return new OneArbitrary<>(
				Combinators.combine(this.start, Combinators.combine(this.options).as(Function.identity()))
					.as((start, options) -> {
						B builder = start.get();
						for (Optional<UnaryOperator<B>> option : options) {
							if (option.isPresent()) {
								builder = option.get().apply(builder);
							}
						}
						return build.apply(builder);
					}));
	}

}
