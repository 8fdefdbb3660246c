package io.ephemeral.feishu.error;

/**
 * Condition for the repetition of a call that the platform refused.
 */
public enum RetryClass {

	/**
	 * The call was not carried out. It may be repeated after
	 * {@link FeishuApiError#retryAfter}.
	 */
	AFTER_WAIT,

	/**
	 * The call was not carried out. It may be repeated immediately, with another token.
	 */
	WITH_NEW_TOKEN,

	/**
	 * The call may have been carried out, or may be in progress. It may be repeated later
	 * if it is idempotent.
	 */
	IF_IDEMPOTENT,

	/** The call would be refused again. */
	NEVER

}
