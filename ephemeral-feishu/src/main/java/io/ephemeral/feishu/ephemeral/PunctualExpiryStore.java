package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.ephemeral.feishu.MessageId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Store with a time limit around a store of the application. An exception thrown by a
 * method of that store becomes an error of the publisher.
 */
final class PunctualExpiryStore implements ExpiryStore {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ExpiryStore store;

	PunctualExpiryStore(ExpiryStore store) {
		this.store = store;
	}

	@Override
	public Mono<Void> save(PendingExpiry expiry) {
		return inTime(() -> this.store.save(expiry));
	}

	@Override
	public Mono<Void> remove(MessageId message) {
		return inTime(() -> this.store.remove(message));
	}

	@Override
	public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
		return inTime(() -> this.store.claim(now, until, limit).collectList()).flatMapIterable((expiries) -> expiries);
	}

	private static <T> Mono<T> inTime(Supplier<Mono<T>> answer) {
		return Mono.defer(answer)
			.timeout(PATIENCE, Mono.error(() -> new IllegalStateException(
					"the ExpiryStore did not respond within " + PATIENCE.toSeconds() + " s")));
	}

}
