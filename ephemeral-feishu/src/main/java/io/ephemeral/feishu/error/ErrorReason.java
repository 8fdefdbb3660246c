package io.ephemeral.feishu.error;

/**
 * Reason of a refusal that the library itself acts on. It is finer than an
 * {@link ErrorCategory}, and most codes have none.
 */
public enum ErrorReason {

	/**
	 * The message is deleted or recalled already, perhaps by its viewer. A deletion that
	 * ends so has reached its goal.
	 */
	ALREADY_DELETED,

	/** The chat or the message has had too many calls, and others have not. */
	TARGET_RATE_LIMITED,

	/** The token of a click has had its two updates. */
	CLICK_USED_UP,

	/** The app ticket is no longer valid. The platform pushes another one. */
	APP_TICKET_STALE,

	/** The IP allow-list of the app does not contain the address of the caller. */
	ADDRESS_NOT_ALLOWED

}
