package io.ephemeral.feishu.callback;

import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;

/**
 * Begins work in the background, the first time that it is run. The work is forgotten
 * then, since the answer that it belongs to is kept.
 */
final class Once implements Runnable {

	private final AtomicReference<Mono<Void>> work;

	Once(Mono<Void> work) {
		this.work = new AtomicReference<>(work);
	}

	@Override
	public void run() {
		this.work.getAndSet(Mono.empty()).subscribe();
	}

}
