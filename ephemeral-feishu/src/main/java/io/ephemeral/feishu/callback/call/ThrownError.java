package io.ephemeral.feishu.callback.call;

import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/**
 * Wrapper of an error of the application that Reactor would not signal, such as a
 * {@link StackOverflowError}. Reactor throws such an error through all operators, so that
 * the work would never end.
 */
public final class ThrownError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private ThrownError(Throwable thrown) {
		super(thrown.getClass().getName(), thrown, false, false);
	}

	/**
	 * Wraps an error that cannot be signaled. This method also wraps a rejection by an
	 * executor of the application, to distinguish it from a rejection by the library.
	 */
	public static RuntimeException of(Throwable thrown) {
		if (thrown instanceof Error || Exceptions.isFatal(thrown) || thrown instanceof RejectedExecutionException) {
			return new ThrownError(thrown);
		}
		return Exceptions.propagate(thrown);
	}

	public static Throwable unwrap(Throwable error) {
		Throwable unwrapped = Exceptions.unwrap(error);
		@Nullable Throwable carried = (unwrapped instanceof ThrownError) ? unwrapped.getCause() : null;
		return (carried != null) ? carried : unwrapped;
	}

}
