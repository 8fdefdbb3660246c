package io.ephemeral.feishu.error;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a code of the platform.
 *
 * @param category what kind of problem it is, which decides on repetitions too
 * @param hint what to do, as a clause; null if nothing better than the platform's words
 * is known
 * @param source title of the page of the documentation that has the code
 * @param reason reason that the library acts on; null for most codes
 */
record ErrorCode(ErrorCategory category, @Nullable String hint, String source, @Nullable ErrorReason reason) {

	ErrorCode(ErrorCategory category, @Nullable String hint, String source) {
		this(category, hint, source, null);
	}

	ErrorCode because(ErrorReason reason) {
		return new ErrorCode(this.category, this.hint, this.source, reason);
	}

}
