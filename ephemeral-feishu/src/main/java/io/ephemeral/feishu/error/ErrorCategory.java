package io.ephemeral.feishu.error;

/**
 * Category of a code of the platform, according to the action that a caller or an
 * operator should take.
 */
public enum ErrorCategory {

	/** There were too many calls. The call was not carried out. Wait, then repeat it. */
	RATE_LIMITED,

	/** The platform refused the tenant access token. The call was not carried out. */
	TOKEN,

	/** The app id, the app secret or the app ticket is wrong. */
	CREDENTIALS,

	/** The app lacks a scope, or the address of the caller is not allowed. */
	NOT_AUTHORIZED,

	/** The app is disabled or not installed, or its bot is disabled. */
	APP_UNAVAILABLE,

	/** The bot is not in the group, or may not send messages there. */
	BOT_NOT_IN_CHAT,

	/** The operation does not support the kind of chat. */
	CHAT_UNSUPPORTED,

	/** The chat does not exist. */
	CHAT_NOT_FOUND,

	/**
	 * The viewer is not a member of the group, does not exist, or is outside of the
	 * availability range of the app.
	 */
	VIEWER_NOT_REACHABLE,

	/**
	 * The card is malformed, is too large, or refers to something that does not exist.
	 */
	CARD_REFUSED,

	/** The platform or the tenant blocks words of the content. */
	CONTENT_REFUSED,

	/**
	 * The message or the chat no longer exists, or the time for the operation is over.
	 */
	GONE,

	/** The monthly quota of calls is exhausted. */
	QUOTA_EXHAUSTED,

	/**
	 * The platform is carrying out the same request. Check or repeat it later. The call
	 * fails with a {@link DeliveryUnknownException} that has this error as its cause.
	 */
	BUSY,

	/** The request is wrong for another reason. */
	INVALID_REQUEST,

	/**
	 * The platform failed, and the outcome is unknown. The call fails with a
	 * {@link DeliveryUnknownException} that has this error as its cause.
	 */
	INTERNAL,

	/** The library does not know the code. */
	UNKNOWN;

	/**
	 * Returns when a call with an error of this category may be repeated.
	 * @return {@link RetryClass#NEVER} for all problems that the caller or an operator
	 * must correct
	 */
	public RetryClass retryClass() {
		return switch (this) {
			case RATE_LIMITED -> RetryClass.AFTER_WAIT;
			case TOKEN -> RetryClass.WITH_NEW_TOKEN;
			case BUSY, INTERNAL -> RetryClass.IF_IDEMPOTENT;
			default -> RetryClass.NEVER;
		};
	}

}
