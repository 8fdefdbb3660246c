package io.ephemeral.feishu.system;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An arbitrary that is like no other one. To find a generator again, jqwik compares
 * arbitraries with all that they are made of, which for a whole card takes longer than
 * anything else.
 *
 * @param <T> what it generates
 */
final class OneArbitrary<T> implements Arbitrary<T> {

	private final Arbitrary<T> arbitrary;

	private @Nullable RandomGenerator<T> generator;

	OneArbitrary(Arbitrary<T> arbitrary) {
		this.arbitrary = arbitrary;
	}

	@Override
	public RandomGenerator<T> generator(int size) {
		if (this.generator == null) {
			this.generator = this.arbitrary.generator(size);
		}
		return this.generator;
	}

	@Override
	public EdgeCases<T> edgeCases(int max) {
		return EdgeCases.none();
	}

}
