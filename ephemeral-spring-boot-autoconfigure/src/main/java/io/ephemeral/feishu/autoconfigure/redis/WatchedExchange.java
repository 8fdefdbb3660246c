package io.ephemeral.feishu.autoconfigure.redis;

import java.time.Clock;
import java.time.Instant;

import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * Exchange that knows whether the store answers. It logs each change of that once.
 */
final class WatchedExchange implements SlotExchange, LimitSharing {

	private static final Log logger = LogFactory.getLog(WatchedExchange.class);

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
				.doOnError((error) -> failed(String.valueOf(error.getMessage()), start))
				.doOnCancel(() -> failed("Redis did not respond in time", start));
		});
	}

	@Override
	public synchronized Status status() {
		return this.status;
	}

	private void answered(SlotGrants grants, long start) {
		this.listener.onExchange(System.nanoTime() - start, true);
		int instances = grants.fleet().instances();
		if (change(new Status(null, instances))) {
			logger.info("The limits are shared over Redis again, with " + (instances - 1) + " other instances");
		}
	}

	private void failed(String reason, long start) {
		this.listener.onExchange(System.nanoTime() - start, false);
		Instant now = this.clock.instant();
		int instances = Math.max(this.configuredInstances, status().instances());
		if (change(new Status(now, instances))) {
			logger.warn("The limits are not shared: %s. Until Redis responds, this instance uses 1/%d of them"
				.formatted(reason, instances));
		}
	}

	/**
	 * Sets the status, and keeps the time of the first failure.
	 * @return whether the store became unavailable or available again
	 */
	private synchronized boolean change(Status status) {
		boolean wasAlone = this.status.aloneSince() != null;
		boolean alone = status.aloneSince() != null;
		if (!(wasAlone && alone)) {
			this.status = status;
		}
		return wasAlone != alone;
	}

}
