package io.ephemeral.feishu.limit;

/**
 * What the platform takes no more calls for.
 */
public enum RefusalScope {

	/** The chat, or whatever the call went to. Calls of the operation elsewhere go on. */
	TARGET,

	/** The operation of the app in the company. */
	OPERATION,

	/** All operations of the app in the company: its monthly quota is used up. */
	QUOTA

}
