package io.ephemeral.feishu.limit;

/**
 * Order among calls that wait.
 */
public enum CallPriority {

	/** A person is waiting. The default. */
	INTERACTIVE,

	/**
	 * One of many that nobody in particular waits for. Of ten calls that leave while both
	 * kinds wait, one is of this kind, so that it is not held up for ever.
	 */
	BULK

}
