package io.ephemeral.feishu.simulator.connection;

import java.time.Duration;

/**
 * Fault of an open connection or of one message on it.
 *
 * @param kind what happens
 * @param code code of the close frame; 0 for other faults
 * @param delay delay of the message; zero for other faults
 */
public record LineFault(Kind kind, int code, Duration delay) {

	public static final LineFault NONE = of(Kind.NONE);

	public static LineFault of(Kind kind) {
		return new LineFault(kind, 0, Duration.ZERO);
	}

	/**
	 * Kind of the fault.
	 */
	public enum Kind {

		/** No fault. */
		NONE,

		/** The server sends a close frame, and closes the TCP connection afterwards. */
		CLOSE,

		/** The server closes the TCP connection without a close frame. */
		DROP,

		/** The server resets the TCP connection. */
		RESET,

		/** The server sends half a frame and closes the TCP connection. */
		HALF_FRAME,

		/** The server neither sends nor reads anything, and keeps the connection open. */
		SILENCE,

		/** The message is late. */
		DELAY

	}

}
