package io.ephemeral.feishu.auth;

import java.time.Duration;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Asks what an application may have put in the place of ours. It should neither block nor
 * be silent; if it is, it costs a thread that may block, and one call after a while.
 */
final class Collaborator {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private Collaborator() {
	}

	static <T> Mono<T> ask(String name, Supplier<Mono<T>> question) {
		return ask(name, PATIENCE, question);
	}

	/**
	 * Asks a question.
	 * @param name name of the bean in errors
	 * @param patience how long to wait for the answer
	 * @param question calls the collaborator
	 * @return the answer, or a {@link TokenUnavailableException} if there is none in time
	 */
	static <T> Mono<T> ask(String name, Duration patience, Supplier<Mono<T>> question) {
		return Mono.defer(question)
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(patience, Mono.error(() -> new TokenUnavailableException(
					"the %s did not answer within %d ms".formatted(name, patience.toMillis()))));
	}

}
