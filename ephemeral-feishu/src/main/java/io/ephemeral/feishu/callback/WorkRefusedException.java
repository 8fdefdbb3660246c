package io.ephemeral.feishu.callback;

import java.util.concurrent.RejectedExecutionException;

/**
 * Exception thrown when work is refused, because too much is pending or the application
 * stops. The work has not started.
 */
final class WorkRefusedException extends RejectedExecutionException {

	private static final long serialVersionUID = 1L;

	WorkRefusedException(String message) {
		super(message);
	}

	/** Creates the exception for a scheduler that rejects a handler. */
	static WorkRefusedException noThread(RejectedExecutionException rejection) {
		return new WorkRefusedException("the threads for handlers accept no work");
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// No stack trace, because there may be many of these exceptions, all from one
		// place.
		return this;
	}

}
