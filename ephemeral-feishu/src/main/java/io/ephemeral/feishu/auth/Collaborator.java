package io.ephemeral.feishu.auth;

import java.time.Duration;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Calls to a bean that the application may have replaced, on a thread that may block and
 * with a time limit.
 */
final class Collaborator {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private Collaborator() {
	}

	static <T> Mono<T> ask(String name, Supplier<Mono<T>> question) {
		return ask(name, PATIENCE, question);
	}

	/**
	 * Calls the bean.
	 * @param name name of the bean in errors
	 * @param patience maximum wait for the result
	 * @param question call of the bean
	 * @return the result, or a {@link TokenUnavailableException} if it does not come in
	 * time
	 */
	static <T> Mono<T> ask(String name, Duration patience, Supplier<Mono<T>> question) {
		return Mono.defer(question)
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(patience, Mono.error(() -> new TokenUnavailableException(
					"the %s did not respond within %d ms".formatted(name, patience.toMillis()))));
	}

}
