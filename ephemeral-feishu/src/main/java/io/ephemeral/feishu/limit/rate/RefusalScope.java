package io.ephemeral.feishu.limit.rate;

/**
 * Scope of a refusal by a rate limit.
 */
public enum RefusalScope {

	/**
	 * Chat or other target of the call. Calls of the operation to other targets continue.
	 */
	TARGET,

	/** Operation of the app in the tenant. */
	OPERATION,

	/**
	 * All operations of the app in the tenant, because its monthly quota is exhausted.
	 */
	QUOTA

}
