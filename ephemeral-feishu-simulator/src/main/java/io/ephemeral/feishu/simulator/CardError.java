package io.ephemeral.feishu.simulator;

/**
 * The codes that a refused card is explained with, inside the message of the API's own
 * code: {@code ext=ErrCode: 200861; ErrMsg: …}.
 * <p>
 * They are documented as parts of {@code 230099}, which public messages are refused with;
 * that ephemeral cards are refused in the same words is unconfirmed for all of them.
 */
enum CardError {

	/**
	 * Documented for cards that "can not be parsed". Unconfirmed for each single mistake:
	 * the documents tell rules without codes.
	 */
	INVALID(200621),

	/** Tag that JSON 2.0 does not have, such as {@code note} and {@code action}. */
	UNSUPPORTED_TAG(200861),

	/** Too many elements or tables. */
	OVER_LIMIT(11310),

	TABLE_ROWS_INVALID(200914),

	TABLE_COLUMN_NOT_FOUND(200915),

	/** Unconfirmed: what a client shows when somebody clicks such a component. */
	NAME_EMPTY(200530),

	/** Unconfirmed: what the API for card entities answers. */
	ELEMENT_ID_NOT_UNIQUE(300301),

	/** Unconfirmed: what the API for card entities answers. */
	NOT_SHARED(300302),

	/** Card with audio that could be forwarded. */
	AUDIO_FORWARDED(300220),

	AUDIO_ID_NOT_UNIQUE(300230),

	TEMPLATE_NOT_FOUND(200380);

	private final int code;

	CardError(int code) {
		this.code = code;
	}

	int code() {
		return this.code;
	}

}
