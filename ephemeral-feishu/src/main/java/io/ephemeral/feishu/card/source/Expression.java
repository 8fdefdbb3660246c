package io.ephemeral.feishu.card.source;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Java expression for a value of a card.
 *
 * @param code source of the expression
 * @param type static type
 * @param value value of the expression, created again by each call because a builder can
 * be used once
 * @param part value, or what the builder builds
 * @param cost number that is greater for code that a person would rather not write
 * @param comment comment on what is raw; none when absent
 */
record Expression(Code code, ResolvableType type, Supplier<?> value, Object part, int cost, @Nullable String comment) {

	/** Cost of JSON in place of a call of the builder. */
	static final int RAW = 10_000;

	/** Cost of JSON in place of an element. */
	static final int RAW_ELEMENT = 1_000_000;

	/** Cost of a canonical constructor, which needs all properties of a record. */
	static final int CONSTRUCTOR = 300;

	static Expression of(Code code, Object value) {
		return of(code, ResolvableType.forClass(value.getClass()), value);
	}

	static Expression of(Code code, ResolvableType type, Object value) {
		return new Expression(code, type, () -> value, value, code.length(), null);
	}

	static Expression raw(Code code, Object value, int cost, String comment) {
		return new Expression(code, ResolvableType.forClass(value.getClass()), () -> value, value, cost + code.length(),
				comment);
	}

}
