package io.ephemeral.feishu.simulator;

import java.util.stream.Stream;

/**
 * The codes this simulator refuses a call with.
 * <p>
 * Where the documents leave open which of several codes an ephemeral card is refused
 * with, the constant says "unconfirmed" and names the choice.
 */
enum ApiError {

	/** Body that is not JSON, or of another content type. */
	INVALID_REQUEST(9499, "Bad Request"),

	/** Unconfirmed: 10030 and 11201 mean the same in the list of general codes. */
	BOT_NOT_IN_CHAT(10002, "bot is not in the chat"),

	INVALID_PARAMETER(10003, "invalid param"),

	WRONG_APP_SECRET(10015, "app secret invalid"),

	/**
	 * Unconfirmed: the list of general codes has seven codes for a chat that is not
	 * there.
	 */
	CHAT_NOT_FOUND(11100, "invalid chat_id"),

	/** Unconfirmed for ephemeral cards. */
	USER_NOT_IN_CHAT(11206, "user is not in the chat"),

	/**
	 * Unconfirmed: 18054 is possible as well. The message has the reason, see
	 * {@link CardError}.
	 */
	CARD_REFUSED(11246, "create message content fail"),

	MESSAGE_DELETED(18051, "message deleted"),

	CHAT_CAN_NOT_BE_THREAD(18053, "chat can not be thread"),

	/** Unconfirmed: the page of ephemeral cards states no limit of its own. */
	CARD_TOO_LARGE(19036, "card content exceeds 30 KB"),

	RATE_LIMITED(99991400, "request trigger frequency limit"),

	APP_NOT_FOUND(99991543, "app_id or app_secret does not exist"),

	TOKEN_MISSING(99991661, "Missing access token for authorization"),

	TOKEN_INVALID(99991663, "Invalid access token for authorization"),

	TOKEN_MALFORMED(99991671, "Invalid access token: it must start with 't-'"),

	/** Unconfirmed which of the codes for an unknown user comes for which id. */
	USER_NOT_FOUND(99992351, "user id does not exist"),

	/** Not a code of the platform: it answers unknown paths outside of its table. */
	PATH_NOT_FOUND(404, "page not found"),

	/** Not a code of the platform, see {@link #PATH_NOT_FOUND}. */
	METHOD_NOT_ALLOWED(405, "method not allowed"),

	INTERNAL_ERROR(1500, "internal error");

	private final int code;

	private final String text;

	ApiError(int code, String text) {
		this.code = code;
		this.text = text;
	}

	/**
	 * The platform's words for a code, as far as they are known here.
	 */
	static String textOf(int code) {
		return Stream.of(values())
			.filter((error) -> error.code == code)
			.map(ApiError::text)
			.findFirst()
			.orElse("error " + code);
	}

	int code() {
		return this.code;
	}

	String text() {
		return this.text;
	}

}
