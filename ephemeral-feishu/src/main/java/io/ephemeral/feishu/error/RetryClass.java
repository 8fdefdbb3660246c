package io.ephemeral.feishu.error;

/**
 * When a call that the platform refused may be repeated.
 */
public enum RetryClass {

	/** It was not carried out: after {@link FeishuApiError#retryAfter}. */
	AFTER_WAIT,

	/** It was not carried out: at once, with another token. */
	WITH_NEW_TOKEN,

	/**
	 * It may have been carried out, or may be being carried out: later, if that does no
	 * harm twice.
	 */
	IF_IDEMPOTENT,

	/** It would be refused again. */
	NEVER

}
