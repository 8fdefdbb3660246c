package io.ephemeral.feishu.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Table of codes and their meanings.
 */
final class ErrorTable {

	private final Map<Integer, ErrorCode> codes = new LinkedHashMap<>();

	private final Map<Integer, List<Meaning>> meanings = new LinkedHashMap<>();

	private String source;

	/**
	 * Creates a table.
	 * @param source title of the page of the documentation with the codes of the next
	 * rows
	 */
	ErrorTable(String source) {
		this.source = source;
	}

	ErrorTable source(String source) {
		this.source = source;
		return this;
	}

	ErrorTable row(ErrorCategory category, @Nullable String hint, int... codes) {
		for (int code : codes) {
			this.codes.put(code, new ErrorCode(category, hint, this.source));
		}
		return this;
	}

	/**
	 * Adds a reason to codes that already have a row.
	 */
	ErrorTable because(ErrorReason reason, int... codes) {
		for (int code : codes) {
			this.codes.compute(code, (same, known) -> Objects.requireNonNull(known).because(reason));
		}
		return this;
	}

	/**
	 * Adds a meaning that codes have only with certain words. The first matching meaning
	 * overrides the row of the code.
	 * @param words words that occur only with this meaning
	 */
	ErrorTable when(Words words, ErrorCategory category, @Nullable String hint, int... codes) {
		for (int code : codes) {
			this.meanings.computeIfAbsent(code, (first) -> new ArrayList<>())
				.add(new Meaning(words, new ErrorCode(category, hint, this.source)));
		}
		return this;
	}

	/**
	 * Finds the meaning of a code.
	 * @param code code of a refusal
	 * @param words reason from the platform; empty if there is none
	 * @return the meaning; null if the table does not contain the code
	 */
	@Nullable ErrorCode get(int code, String words) {
		for (Meaning meaning : meaningsOf(code)) {
			if (meaning.words().areIn(words)) {
				return meaning.code();
			}
		}
		return this.codes.get(code);
	}

	/** Returns the codes with their default meanings. */
	Map<Integer, ErrorCode> codes() {
		return this.codes;
	}

	List<Meaning> meaningsOf(int code) {
		return this.meanings.getOrDefault(code, List.of());
	}

	/**
	 * One of several meanings of a code.
	 */
	record Meaning(Words words, ErrorCode code) {
	}

}
