package io.ephemeral.feishu.simulator.api;

/**
 * Part of a response that arrives.
 */
public enum Transfer {

	/** The whole response. */
	WHOLE,

	/** The whole response, byte by byte. */
	DRIPPED,

	/** The first half of the body, with the length of that half. */
	TRUNCATED,

	/** No body. */
	EMPTY,

	/** A length that is larger than the body. The connection is closed after the body. */
	LENGTH_TOO_LARGE,

	/** A length that is smaller than the body. The whole body is sent. */
	LENGTH_TOO_SMALL,

	/** The first half of the body. Then the connection is reset. */
	RESET,

	/** No response. The connection is closed. */
	NOTHING

}
