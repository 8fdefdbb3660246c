package io.ephemeral.feishu.limit;

import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Limiter that delays calls so that the platform accepts them. All clients of an app
 * share one limiter.
 */
public interface RateLimiter {

	/**
	 * Acquires a permit for a call. This method does not block.
	 * @param request request of the call
	 * @return the permit, once the call may leave. Use it immediately and release it in
	 * each case. The error is a {@link PermitUnavailableException}: immediately if the
	 * expected wait is too long or too many calls wait, and otherwise after the maximum
	 * wait. Canceling leaves the queue or returns the slot
	 */
	Mono<Permit> acquire(PermitRequest request);

	/**
	 * Returns the gates that block calls, because the platform refused earlier ones.
	 * @return the closed gates; empty if there are none, which is the default
	 */
	default List<ClosedGate> closedGates() {
		return List.of();
	}

	/**
	 * Returns the limits of this instance of the application. If several instances share
	 * the limits of the platform, this is the part of this instance.
	 * @return the limits; null if the limiter does not know any
	 */
	default @Nullable RateLimits limits() {
		return null;
	}

	/**
	 * Returns the current use of the limits.
	 * @return one entry for each operation with recent calls; empty if the limiter does
	 * not count calls
	 */
	default List<LimitUse> use() {
		return List.of();
	}

	/**
	 * Ends the use of the limiter by this instance of the application. If instances share
	 * the limits, the limiter reports the last calls and returns unused slots, so that
	 * the other instances get them immediately. Calls that wait do not end. A Spring
	 * context calls this method when it closes.
	 * @return a publisher that completes after half a second at the latest; an empty one
	 * by default
	 */
	default Mono<Void> close() {
		return Mono.empty();
	}

	/**
	 * Creates a limiter that counts calls in this process exactly, with the documented
	 * limits of the platform.
	 * @param policy rules for waiting calls
	 * @return the limiter
	 */
	static RateLimiter slidingWindows(RateLimitPolicy policy) {
		return slidingWindows(policy, RateLimits.standard());
	}

	/**
	 * Creates a limiter that counts calls in this process exactly.
	 * @param policy rules for waiting calls
	 * @param limits limits of the platform
	 * @return the limiter
	 */
	static RateLimiter slidingWindows(RateLimitPolicy policy, RateLimits limits) {
		return new SlidingWindowRateLimiter(policy, limits, Schedulers::parallel);
	}

	/**
	 * Creates a limiter that shares the limits with the other instances of the
	 * application. While the exchange is unavailable, each instance uses its share of the
	 * limits: a part for each instance that the exchange knew, and for at least as many
	 * as the policy states. A maximum wait below half a second is extended to that,
	 * because each call waits for the exchange.
	 * @param policy rules for waiting calls
	 * @param limits limits of the platform, for all instances together
	 * @param exchange exchange of the instances of this app
	 * @return the limiter
	 */
	static RateLimiter shared(RateLimitPolicy policy, RateLimits limits, SlotExchange exchange) {
		return new SharedRateLimiter(policy, limits, exchange, Schedulers::parallel);
	}

	/**
	 * Returns a limiter without limits.
	 * @return a limiter that grants each permit immediately
	 */
	static RateLimiter unlimited() {
		return (request) -> Mono.fromSupplier(FreePermit::new);
	}

}
