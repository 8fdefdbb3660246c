package io.ephemeral.feishu.connection;

/**
 * Failure to read a frame.
 */
final class FrameFormatException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	FrameFormatException(String message) {
		super(message, null, false, false);
	}

}
