package io.ephemeral.feishu.client;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waiting for calls on threads that may block.
 */
public final class BlockingCalls {

	private BlockingCalls() {
	}

	/**
	 * Waits for a call. If Micrometer's context propagation is on the class path, the
	 * call belongs to the current observation of this thread.
	 * @param <T> type of the result
	 * @param call call through a client of {@link FeishuWebClient}
	 * @param operation name of the operation in errors
	 * @param blocking type of the blocking method, for errors
	 * @param reactive type to use on event loops, for errors
	 * @return the result; null if the call has none
	 * @throws IllegalStateException if the thread belongs to an event loop
	 * @throws NotSentException if the thread is interrupted before a request has left;
	 * the interrupt status is kept
	 * @throws DeliveryUnknownException if the thread is interrupted later; the interrupt
	 * status is kept
	 */
	public static <T> @Nullable T await(Mono<T> call, String operation, Class<?> blocking, Class<?> reactive) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"%s blocks its thread, but thread %s belongs to an event loop and must not block; use %s".formatted(
							blocking.getSimpleName(), Thread.currentThread().getName(), reactive.getSimpleName()));
		}
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted(operation, null);
		}
		SentRequests sent = new SentRequests();
		try {
			return call.contextWrite((context) -> context.put(SentRequests.class, sent)).contextCapture().block();
		}
		catch (RuntimeException ex) {
			if (!(Exceptions.unwrap(ex) instanceof InterruptedException)) {
				throw ex;
			}
			Thread.currentThread().interrupt();
			throw sent.end()
					? new DeliveryUnknownException(operation, operation
							+ " was interrupted after the request had left, so whether it had an effect is unknown", ex)
					: interrupted(operation, ex);
		}
	}

	private static NotSentException interrupted(String operation, @Nullable Throwable cause) {
		return new NotSentException(operation + " was not sent, because its thread was interrupted", cause);
	}

}
