package io.ephemeral.feishu.simulator.api;

/**
 * How much of an answer arrives, and in which way.
 */
public enum Transfer {

	/** All of it. */
	WHOLE,

	/** All of it, byte by byte. */
	DRIPPED,

	/** The first half of the body, as if it were all. */
	TRUNCATED,

	/** No body. */
	EMPTY,

	/** A length that is larger than the body, after which the connection is closed. */
	LENGTH_TOO_LARGE,

	/** A length that is smaller than the body, of which the rest comes all the same. */
	LENGTH_TOO_SMALL,

	/** The first half of the body, after which the connection is reset. */
	RESET,

	/** Nothing: the connection is closed. */
	NOTHING

}
