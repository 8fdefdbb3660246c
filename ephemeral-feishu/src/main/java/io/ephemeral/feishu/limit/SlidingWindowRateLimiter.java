package io.ephemeral.feishu.limit;

import java.util.function.Supplier;

import io.ephemeral.feishu.limit.rate.RateLimits;
import reactor.core.scheduler.Scheduler;

/**
 * Limiter that counts the calls of this instance exactly. A call leaves at the earliest
 * instant at which all of its windows have room, and takes a slot in all of them or in
 * none.
 */
final class SlidingWindowRateLimiter extends QueueingRateLimiter {

	SlidingWindowRateLimiter(RateLimitPolicy policy, RateLimits limits, Supplier<Scheduler> scheduler) {
		super(policy, limits.dividedBy(policy.instances()), scheduler,
				(scope, context) -> new CountedSlots(scope, policy.headroom().toNanos(), context.now()));
	}

}
