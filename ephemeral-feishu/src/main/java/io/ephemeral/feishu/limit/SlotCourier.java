package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Courier of requests to the exchange. It leaves the thread of its caller, waits for half
 * a second, and ignores answers to requests that were given up. Not thread-safe.
 */
final class SlotCourier {

	static final Duration TIMEOUT = Duration.ofMillis(500);

	private final SlotExchange exchange;

	private final Scheduler scheduler;

	private final Consumer<SlotContext.Change> changes;

	private final SlotLink link;

	SlotCourier(SlotExchange exchange, SlotContext context, SlotLink link) {
		this.exchange = exchange;
		this.scheduler = context.scheduler();
		this.changes = context.changes();
		this.link = link;
	}

	/** Sends a request. The receiver gets its answer, or notice of its absence. */
	void send(SlotRequest request, Receiver receiver, long now) {
		long flight = this.link.send(now);
		Mono.defer(() -> this.exchange.exchange(request))
			.switchIfEmpty(Mono.error(() -> new TimeoutException("The exchange ended without a response")))
			.subscribeOn(this.scheduler)
			.timeout(TIMEOUT, this.scheduler)
			.subscribe(
					(grants) -> end(flight, (at) -> isLate(at) ? receiver.failed(at) : receiver.answered(grants, at)),
					(error) -> end(flight, receiver::failed));
	}

	private void end(long flight, SlotContext.Change change) {
		this.changes.accept((now) -> this.link.isCurrent(flight) ? change.apply(now) : List.of());
	}

	private boolean isLate(long now) {
		return now - this.link.sentAt() >= TIMEOUT.toNanos();
	}

	/** Receiver of answers. Each method returns the targets that may have a slot now. */
	interface Receiver {

		Collection<String> answered(SlotGrants grants, long now);

		/** Notices that a request has no answer in time. */
		Collection<String> failed(long now);

	}

}
