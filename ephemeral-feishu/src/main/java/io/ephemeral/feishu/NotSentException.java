package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a call was certainly not sent. It is safe to repeat the call.
 * Subtypes exist for reasons that a caller may handle. This type itself is used when the
 * application stops and when the thread is interrupted.
 */
public class NotSentException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param message call that was not sent, the reason, and the action to take
	 */
	public NotSentException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with a cause.
	 * @param message call that was not sent, the reason, and the action to take
	 * @param cause error that prevented the call; null if there is none
	 */
	public NotSentException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
