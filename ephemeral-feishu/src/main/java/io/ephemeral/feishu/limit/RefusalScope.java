package io.ephemeral.feishu.limit;

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
	QUOTA;

	/**
	 * Describes a stop of calls for the log.
	 * @param operation operation of the refused call
	 * @param duration length of the stop
	 */
	String describeStop(String operation, String duration) {
		return operation + switch (this) {
			case TARGET -> " into one chat or message is";
			case OPERATION -> " is";
			case QUOTA -> " and all other operations are";
		} + " stopped for " + duration + ", because the platform refuses calls; one call tries again after that";
	}

}
