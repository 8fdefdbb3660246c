package io.ephemeral.feishu.client;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Codes with what is known of them, row by row.
 */
final class ErrorTable {

	private final Map<Integer, ErrorCode> codes = new LinkedHashMap<>();

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

	@Nullable ErrorCode get(int code) {
		return this.codes.get(code);
	}

	Map<Integer, ErrorCode> codes() {
		return this.codes;
	}

}
