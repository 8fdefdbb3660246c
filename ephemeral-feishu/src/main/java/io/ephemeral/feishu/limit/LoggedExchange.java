package io.ephemeral.feishu.limit;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Exchange of all operations that logs once when it goes away, and once when it is back.
 */
final class LoggedExchange implements SlotExchange {

	private static final Log logger = LogFactory.getLog(LoggedExchange.class);

	private final SlotExchange exchange;

	private final int leastInstances;

	private int instances;

	private boolean away;

	/**
	 * Creates the exchange.
	 * @param leastInstances least number of instances that share the limits while the
	 * exchange is away
	 */
	LoggedExchange(SlotExchange exchange, int leastInstances) {
		this.exchange = exchange;
		this.leastInstances = leastInstances;
		this.instances = leastInstances;
	}

	@Override
	public Mono<SlotGrants> exchange(SlotRequest request) {
		// The limiter cancels an exchange that takes too long.
		return this.exchange.exchange(request)
			.doOnSuccess(this::answered)
			.doOnError((error) -> failed(String.valueOf(error.getMessage())))
			.doOnCancel(() -> failed("no response in time"));
	}

	private void answered(@Nullable SlotGrants grants) {
		if (grants == null) {
			failed("no response");
		}
		else if (isBack(grants.fleet().instances())) {
			logger.info("The limits are shared with the other instances again");
		}
	}

	private synchronized boolean isBack(int instances) {
		boolean back = this.away;
		this.away = false;
		this.instances = Math.max(this.leastInstances, instances);
		return back;
	}

	private synchronized void failed(String reason) {
		if (!this.away) {
			logger.warn("The limits are not shared: " + reason + ". Until the exchange responds, this instance uses 1/"
					+ this.instances + " of them");
		}
		this.away = true;
	}

}
