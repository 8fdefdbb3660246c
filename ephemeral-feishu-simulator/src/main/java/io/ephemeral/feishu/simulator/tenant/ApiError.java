package io.ephemeral.feishu.simulator.tenant;

import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.card.CardError;

/**
 * Codes of refusals.
 * <p>
 * "Unconfirmed" marks a code if the documents leave open which of several codes an
 * ephemeral card is refused with.
 */
public enum ApiError {

	/** Body that is not JSON, or of another content type. */
	INVALID_REQUEST(9499, "Bad Request"),

	/** Unconfirmed: 10030 and 11201 mean the same in the list of general codes. */
	BOT_NOT_IN_CHAT(10002, "bot is not in the chat"),

	INVALID_PARAMETER(10003, "invalid param"),

	APP_TICKET_INVALID(10012, "app_ticket invalid"),

	TENANT_UNKNOWN(10013, "tenant_key invalid"),

	RESEND_REFUSED(10016, "the app is not a store app"),

	/** Unconfirmed: 99991664 is possible as well. */
	APP_TOKEN_INVALID(20014, "app_access_token invalid"),

	SCOPE_MISSING(99991672, "Access denied. One of the following scopes is required"),

	WRONG_APP_SECRET(10015, "app secret invalid"),

	/**
	 * Unconfirmed: the list of general codes has seven codes for an unknown chat.
	 */
	CHAT_NOT_FOUND(11100, "invalid chat_id"),

	/** Unconfirmed for ephemeral cards. */
	USER_NOT_IN_CHAT(11206, "user is not in the chat"),

	/**
	 * Unconfirmed: 18054 is possible as well. The message has the reason, see
	 * {@link CardError}.
	 */
	CARD_REFUSED(11246, "create message content fail"),

	CHAT_BUSY(11233, "the chat has too many messages, try again later"),

	MESSAGE_DELETED(18051, "message deleted"),

	CHAT_CAN_NOT_BE_THREAD(18053, "chat can not be thread"),

	/** Unconfirmed: the page of ephemeral cards states no limit of its own. */
	CARD_TOO_LARGE(19036, "card content exceeds 30 KB"),

	MESSAGES_BUSY(230020, "This operation triggers the frequency limit"),

	RATE_LIMITED(99991400, "request trigger frequency limit"),

	/** Of the token endpoints; elsewhere the same code means an app that is disabled. */
	APP_NOT_FOUND(10014, "app id not exists"),

	/** Month's calls of all self-built apps of a tenant; comes with HTTP status 429. */
	QUOTA_EXCEEDED(99991403, "This month's API call quota has been exceeded"),

	TOKEN_MISSING(99991661, "Missing access token for authorization"),

	TOKEN_INVALID(99991663, "Invalid access token for authorization"),

	TOKEN_MALFORMED(99991671, "Invalid access token: it must start with 't-'"),

	MESSAGE_ID_INVALID(99992354, "The request you send is not a valid {open_message_id} or not exists"),

	/** Refused by the gateway, before the operation sees the request. */
	FIELD_INVALID(99992402, "field validation failed"),

	/** Unconfirmed which of the codes for an unknown user comes for which id. */
	USER_NOT_FOUND(99992351, "user id does not exist"),

	/** Not a code of the platform, which has none for unknown paths. */
	PATH_NOT_FOUND(404, "page not found: the simulator has no such operation"),

	/** Not a code of the platform, see {@link #PATH_NOT_FOUND}. */
	METHOD_NOT_ALLOWED(405, "method not allowed"),

	INTERNAL_ERROR(1500, "internal error"),

	MESSAGE_PARAMETER_INVALID(230001, "Your request contains an invalid request parameter"),

	BOT_NOT_IN_GROUP(230002, "The bot can not be outside the group"),

	MESSAGE_RECALLED(230011, "The message was recalled"),

	MESSAGE_TOO_LONG(230025, "The length of the message content reaches its limit"),

	MESSAGE_OF_ANOTHER(230026, "Lack of authority to recall the message"),

	MESSAGE_TOO_OLD(230031, "The message was sent more than 14 days ago"),

	RECEIVER_INVALID(230034, "The receive_id is invalid"),

	/** The message has the reason, see {@link CardError}. */
	MESSAGE_CARD_REFUSED(230099, "Failed to create card content"),

	MESSAGE_ALREADY_DELETED(230110, "The message was deleted"),

	CHAT_ID_INVALID(232006, "Your request specifies a chat_id which is invalid"),

	UPDATE_CARD_REFUSED(10002, "the card is invalid"),

	UPDATE_CARD_MALFORMED(11311, "the format of the card is not acceptable"),

	UPDATE_TOO_LARGE(100000, "the card is too large"),

	UPDATE_NOT_JSON(100030, "the body is not JSON"),

	UPDATE_CARD_RECALLED(200000, "the card was recalled"),

	UPDATE_VIEWERS_INVALID(200320, "open_ids is invalid"),

	UPDATE_TOKEN_MALFORMED(300020, "the token is malformed"),

	UPDATE_TOKEN_EXPIRED(300030, "the token has expired"),

	UPDATE_TOKEN_USED_UP(300040, "the token was used too often"),

	UPDATE_VIEWERS_MISSING(300090, "open_ids is required if update_multi is not true"),

	/** Unconfirmed: the documents say only that such an update fails. */
	CLICK_NOT_ANSWERED(300000, "the click was not answered yet");

	private final int code;

	private final String text;

	ApiError(int code, String text) {
		this.code = code;
		this.text = text;
	}

	/**
	 * Returns the platform's message for a code, or a general one if the code is not
	 * known.
	 */
	public static String textOf(int code) {
		return Stream.of(values())
			.filter((error) -> error.code == code)
			.map(ApiError::text)
			.findFirst()
			.orElse("error " + code);
	}

	public int code() {
		return this.code;
	}

	/**
	 * Returns whether the code is one of the gateway, which is the same for newer and
	 * older operations.
	 */
	public boolean isOfGateway() {
		return this == INVALID_REQUEST || this.code > 99_990_000;
	}

	public String text() {
		return this.text;
	}

}
