package io.ephemeral.feishu.limit;

/**
 * Scope of a refusal by a rate limit.
 */
public enum RefusalScope {

	/**
	 * The chat, or another target of the call. Calls of the operation to other targets go
	 * on.
	 */
	TARGET,

	/** The operation of the app in the tenant. */
	OPERATION,

	/** All operations of the app in the tenant: its monthly quota is used up. */
	QUOTA

}
