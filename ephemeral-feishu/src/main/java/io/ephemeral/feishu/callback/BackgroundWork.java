package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What goes on after an answer.
 */
final class BackgroundWork {

	/** The ends of what has begun. */
	private final Set<Sinks.Empty<Void>> running = ConcurrentHashMap.newKeySet();

	/**
	 * Prepares work that begins the first time that it is run. It is forgotten then,
	 * since the answer that it belongs to is kept.
	 */
	Runnable once(Mono<Void> work) {
		AtomicReference<Mono<Void>> next = new AtomicReference<>(work);
		return () -> begin(next.getAndSet(Mono.empty()));
	}

	private void begin(Mono<Void> work) {
		Sinks.Empty<Void> end = Sinks.empty();
		this.running.add(end);
		work.doFinally((signal) -> {
			this.running.remove(end);
			end.tryEmitEmpty();
		}).subscribe();
	}

	/**
	 * Waits for what has begun.
	 */
	void await(Duration most) {
		Mono.when(this.running.stream().map(Sinks.Empty::asMono).toList()).timeout(most, Mono.empty()).block();
	}

}
