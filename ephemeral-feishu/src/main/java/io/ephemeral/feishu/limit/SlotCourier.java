package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Courier of requests to the exchange. It leaves the thread of its caller, and waits for
 * half a second.
 */
final class SlotCourier {

	static final Duration TIMEOUT = Duration.ofMillis(500);

	private final SlotExchange exchange;

	private final Scheduler scheduler;

	SlotCourier(SlotExchange exchange, Scheduler scheduler) {
		this.exchange = exchange;
		this.scheduler = scheduler;
	}

	/** Sends a request and reports its answer, or the error instead of an answer. */
	void send(SlotRequest request, Consumer<SlotGrants> answered, Consumer<Throwable> failed) {
		Mono.defer(() -> this.exchange.exchange(request))
			.switchIfEmpty(Mono.error(() -> new TimeoutException("The exchange gave no answer")))
			.subscribeOn(this.scheduler)
			.timeout(TIMEOUT, this.scheduler)
			.subscribe(answered, failed);
	}

}
