package io.ephemeral.feishu.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Codes with what is known of them, row by row.
 */
final class ErrorTable {

	private final Map<Integer, ErrorCode> codes = new LinkedHashMap<>();

	private final Map<Integer, List<Meaning>> meanings = new LinkedHashMap<>();

	private String source;

	/**
	 * Begins a table.
	 * @param source title of the page of the documentation that the next rows come from
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
	 * Adds the reason that the library acts on to codes that have a row already.
	 */
	ErrorTable because(ErrorReason reason, int... codes) {
		for (int code : codes) {
			this.codes.compute(code, (same, known) -> Objects.requireNonNull(known).because(reason));
		}
		return this;
	}

	/**
	 * Adds a meaning that a code has only with certain words. The first one that fits
	 * wins over the row of the code.
	 * @param words words that occur with this meaning only
	 */
	ErrorTable when(Words words, ErrorCategory category, @Nullable String hint, int... codes) {
		for (int code : codes) {
			this.meanings.computeIfAbsent(code, (first) -> new ArrayList<>())
				.add(new Meaning(words, new ErrorCode(category, hint, this.source)));
		}
		return this;
	}

	/**
	 * Looks a code up.
	 * @param code code of a refusal
	 * @param words the platform's reason for it; empty if it gives none
	 * @return null if the table does not have the code
	 */
	@Nullable ErrorCode get(int code, String words) {
		for (Meaning meaning : meaningsOf(code)) {
			if (meaning.words().areIn(words)) {
				return meaning.code();
			}
		}
		return this.codes.get(code);
	}

	/** Returns the codes, each with its meaning unless the words have another. */
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
