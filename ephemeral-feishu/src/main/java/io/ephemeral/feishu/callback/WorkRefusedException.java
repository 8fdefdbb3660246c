package io.ephemeral.feishu.callback;

import java.util.concurrent.RejectedExecutionException;

/**
 * No more work is accepted, because too much is pending or the application ends. Nothing
 * has run.
 */
final class WorkRefusedException extends RejectedExecutionException {

	private static final long serialVersionUID = 1L;

	WorkRefusedException(String message) {
		super(message);
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// There may be many of them, and all come from one place.
		return this;
	}

}
