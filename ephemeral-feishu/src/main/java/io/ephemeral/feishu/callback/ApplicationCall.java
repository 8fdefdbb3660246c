package io.ephemeral.feishu.callback;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Calls of the application's own code. Whatever the application throws ends the call with
 * an error.
 */
final class ApplicationCall {

	private ApplicationCall() {
	}

	/**
	 * Calls blocking code.
	 * @throws ThrownError if it throws an error that Reactor would not signal
	 */
	static <T extends @Nullable Object> T of(Callable<T> call) {
		try {
			return call.call();
		}
		catch (Throwable ex) {
			throw ThrownError.of(ex);
		}
	}

	/**
	 * Calls blocking code when subscribed to.
	 */
	static Mono<Void> run(Runnable call) {
		return Mono.fromRunnable(() -> of(() -> {
			call.run();
			return true;
		}));
	}

	/**
	 * Calls reactive code when subscribed to. Ends with an error even if the code throws
	 * through its own operators while it is subscribed to.
	 */
	static <T> Mono<T> defer(Supplier<? extends Mono<? extends T>> call) {
		return Mono.create((sink) -> {
			try {
				sink.onDispose(call.get()
					.subscribe(sink::success, sink::error, sink::success, Context.of(sink.contextView())));
			}
			catch (Throwable ex) {
				sink.error(ThrownError.of(ex));
			}
		});
	}

}
