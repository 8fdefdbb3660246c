package io.ephemeral.feishu.limit;

/**
 * Priority among waiting calls.
 */
public enum CallPriority {

	/** Priority of a call that a person waits for. This is the default. */
	INTERACTIVE,

	/**
	 * Priority of one call of many that no person waits for. While calls of both
	 * priorities wait, one of ten calls that leave is a bulk call, so that bulk calls do
	 * not starve.
	 */
	BULK

}
