package io.ephemeral.feishu.connection;

import org.jspecify.annotations.Nullable;

/**
 * Frame on its way to the platform.
 *
 * @param frame the frame; null if nothing is sent
 * @param size memory that the message held until now; 0 if there was no message
 * @param departure task to run when the frame leaves
 */
record Outgoing(@Nullable Frame frame, int size, Runnable departure) {

	static Outgoing ping(Frame frame) {
		return new Outgoing(frame, 0, Outgoing::nothing);
	}

	/** Message that is not acknowledged, so that the platform sends it again. */
	static Outgoing none(int size) {
		return new Outgoing(null, size, Outgoing::nothing);
	}

	boolean isFrame() {
		return this.frame != null;
	}

	private static void nothing() {
		// A ping starts no work.
	}

}
