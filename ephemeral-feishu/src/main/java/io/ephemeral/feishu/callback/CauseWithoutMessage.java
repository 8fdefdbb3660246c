package io.ephemeral.feishu.callback;

import org.jspecify.annotations.Nullable;

/**
 * Copy of an exception without its message, because the message may quote the input of a
 * person. The copy keeps the type and the stack trace.
 */
final class CauseWithoutMessage extends Exception {

	private static final long serialVersionUID = 1L;

	private static final int MOST_CAUSES = 10;

	private CauseWithoutMessage(Throwable original, @Nullable Throwable cause) {
		super(original.getClass().getName() + " (without its message, which may quote the form)", cause, false, true);
		setStackTrace(original.getStackTrace());
	}

	static CauseWithoutMessage of(Throwable original) {
		return of(original, MOST_CAUSES);
	}

	private static CauseWithoutMessage of(Throwable original, int most) {
		Throwable cause = original.getCause();
		return new CauseWithoutMessage(original, (cause != null && most > 1) ? of(cause, most - 1) : null);
	}

}
