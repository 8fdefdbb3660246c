package io.ephemeral.feishu.autoconfigure.redis;

import java.time.Clock;
import java.time.Instant;

import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import reactor.core.publisher.Mono;

/**
 * Exchange that knows whether the store answers.
 */
final class WatchedExchange implements SlotExchange, LimitSharing {

	private final SlotExchange exchange;

	private final int configuredInstances;

	private final Listener listener;

	private final Clock clock;

	private Status status;

	/**
	 * Creates the exchange.
	 * @param exchange exchange with the store
	 * @param configuredInstances minimum number of instances that share the limits while
	 * the store is unavailable
	 * @param listener listener of all exchanges
	 * @param clock clock of the status
	 */
	WatchedExchange(SlotExchange exchange, int configuredInstances, Listener listener, Clock clock) {
		this.exchange = exchange;
		this.configuredInstances = configuredInstances;
		this.listener = listener;
		this.clock = clock;
		this.status = new Status(null, configuredInstances);
	}

	@Override
	public Mono<SlotGrants> exchange(SlotRequest request) {
		return Mono.defer(() -> {
			long start = System.nanoTime();
			// The limiter cancels an exchange that takes too long.
			return this.exchange.exchange(request)
				.doOnSuccess((grants) -> answered(grants, start))
				.doOnError((error) -> failed(start))
				.doOnCancel(() -> failed(start));
		});
	}

	@Override
	public synchronized Status status() {
		return this.status;
	}

	private void answered(SlotGrants grants, long start) {
		this.listener.onExchange(System.nanoTime() - start, true);
		change(new Status(null, grants.fleet().instances()));
	}

	private void failed(long start) {
		this.listener.onExchange(System.nanoTime() - start, false);
		change(new Status(this.clock.instant(), Math.max(this.configuredInstances, status().instances())));
	}

	/** Sets the status, and keeps the time of the first failure. */
	private synchronized void change(Status status) {
		if (this.status.aloneSince() == null || status.aloneSince() == null) {
			this.status = status;
		}
	}

}
