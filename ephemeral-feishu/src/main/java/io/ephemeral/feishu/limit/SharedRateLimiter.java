package io.ephemeral.feishu.limit;

import java.util.function.Supplier;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.rate.RateLimits;
import reactor.core.scheduler.Scheduler;

/**
 * Limiter that shares the limits with the other instances of the application.
 */
final class SharedRateLimiter extends QueueingRateLimiter {

	SharedRateLimiter(RateLimitPolicy policy, RateLimits limits, SlotExchange exchange, Supplier<Scheduler> scheduler) {
		this(policy, limits, scheduler, new LoggedExchange(exchange, policy.instances()));
	}

	private SharedRateLimiter(RateLimitPolicy policy, RateLimits limits, Supplier<Scheduler> scheduler,
			LoggedExchange exchange) {
		super(policy, limits, scheduler,
				(scope, context) -> new BookedSlots(scope, BookedTerms.of(policy), exchange, context));
	}

}
