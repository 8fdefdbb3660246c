package io.ephemeral.feishu.limit;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets calls leave when the platform will take them. There is one for each app.
 */
public interface RateLimiter {

	/**
	 * Waits until the call may leave. Nothing blocks.
	 * @param request what wants to leave
	 * @return the permit, to be used at once and released in every case; or
	 * {@link PermitUnavailableException} at once if the wait is expected to be too long
	 * or too many wait, and after the longest wait otherwise. Canceling leaves the queue
	 * or returns the slot
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
	 * Returns the limits that this instance of the application keeps: its own part, where
	 * several instances share those of the platform.
	 * @return the limits; null if the limiter does not know any
	 */
	default @Nullable RateLimits limits() {
		return null;
	}

	/**
	 * Returns how far the limits are used up now.
	 * @return one entry for each operation that was called lately; none if the limiter
	 * does not know
	 */
	default List<LimitUse> use() {
		return List.of();
	}

	/**
	 * Knows the documented limits of the platform and counts exactly, in this process.
	 * @param policy how long and how many may wait
	 * @return the limiter
	 */
	static RateLimiter slidingWindows(RateLimitPolicy policy) {
		return slidingWindows(policy, RateLimits.standard());
	}

	/**
	 * Counts exactly, in this process.
	 * @param policy how long and how many may wait
	 * @param limits what the platform takes
	 * @return the limiter
	 */
	static RateLimiter slidingWindows(RateLimitPolicy policy, RateLimits limits) {
		return new SlidingWindowRateLimiter(policy, limits, Schedulers::parallel);
	}

	/**
	 * Lets every call leave at once.
	 * @return no limit
	 */
	static RateLimiter unlimited() {
		return (request) -> Mono.fromSupplier(FreePermit::new);
	}

}
