package io.ephemeral.feishu.error;

import org.jspecify.annotations.Nullable;

/**
 * Meaning of a code of the platform.
 *
 * @param category category of the code, which also decides about retries
 * @param hint clause with the action to take; null if the platform's words are clear
 * enough
 * @param source title of the page of the documentation with the code
 * @param reason reason that the library handles; null for most codes
 */
record ErrorCode(ErrorCategory category, @Nullable String hint, String source, @Nullable ErrorReason reason) {

	ErrorCode(ErrorCategory category, @Nullable String hint, String source) {
		this(category, hint, source, null);
	}

	ErrorCode because(ErrorReason reason) {
		return new ErrorCode(this.category, this.hint, this.source, reason);
	}

}
