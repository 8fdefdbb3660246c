package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

/**
 * A call that certainly did not leave this machine, so nothing was carried out and it is
 * safe to repeat the call. The subtypes name the reason where a caller may want to act on
 * it; this type itself stands for the end of the application and for an interrupted
 * thread.
 */
public class NotSentException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a cause.
	 * @param message what was not sent, why, and what to do
	 */
	public NotSentException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with a cause.
	 * @param message what was not sent, why, and what to do
	 * @param cause what kept the call from leaving; null if nothing was thrown
	 */
	public NotSentException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
