package io.ephemeral.feishu.error;

/**
 * What kind of problem a code of the platform is, by what a caller or an operator would
 * do about it.
 */
public enum ErrorCategory {

	/** Too many calls. The call was not carried out; wait, then repeat it. */
	RATE_LIMITED,

	/** The tenant access token is not accepted. The call was not carried out. */
	TOKEN,

	/** App id, app secret or app ticket are wrong. */
	CREDENTIALS,

	/** The app lacks a scope, or the address of the caller is not allowed. */
	NOT_AUTHORIZED,

	/** The app is disabled or not installed, or its bot is switched off. */
	APP_UNAVAILABLE,

	/** The bot is not in the group, or may not speak there. */
	BOT_NOT_IN_CHAT,

	/** The chat is of a kind that the operation does not take. */
	CHAT_UNSUPPORTED,

	/** There is no such chat. */
	CHAT_NOT_FOUND,

	/** The viewer is no member, does not exist, or is out of reach of the bot. */
	VIEWER_NOT_REACHABLE,

	/** The card is malformed, too large or refers to what is not there. */
	CARD_REFUSED,

	/** The words are refused: sensitive, audited or leaking data. */
	CONTENT_REFUSED,

	/** The message, the chat or the time to act on it is gone, for good. */
	GONE,

	/** The monthly quota of calls is used up. */
	QUOTA_EXHAUSTED,

	/**
	 * The same request is being carried out; look or repeat later. A call that ends so is
	 * a {@link DeliveryUnknownException}, whose cause has the code.
	 */
	BUSY,

	/** Something else about the request is wrong. */
	INVALID_REQUEST,

	/**
	 * The platform failed; whether the call had an effect is unknown. A call that ends so
	 * is a {@link DeliveryUnknownException}, whose cause has the code.
	 */
	INTERNAL,

	/** A code that is not known here. */
	UNKNOWN;

	/**
	 * Returns when a call that was refused for such a problem may be repeated.
	 * @return {@link RetryClass#NEVER} for everything that the caller or an operator must
	 * correct
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
