package io.ephemeral.feishu.error;

/**
 * Reason of a refusal that the library itself handles. It is more specific than an
 * {@link ErrorCategory}. Most codes have no reason.
 */
public enum ErrorReason {

	/**
	 * The message is already deleted or recalled, perhaps by its viewer. The library
	 * treats such a deletion as a success.
	 */
	ALREADY_DELETED,

	/**
	 * There were too many calls for the chat or the message. Other chats and messages are
	 * not affected.
	 */
	TARGET_RATE_LIMITED,

	/** The two updates of a click are used. */
	CLICK_USED_UP,

	/** The app ticket is no longer valid. The platform pushes another one. */
	APP_TICKET_STALE,

	/** The IP allow-list of the app does not contain the address of the caller. */
	ADDRESS_NOT_ALLOWED

}
