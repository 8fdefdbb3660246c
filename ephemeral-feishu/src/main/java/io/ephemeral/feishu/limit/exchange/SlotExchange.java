package io.ephemeral.feishu.limit.exchange;

import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;

/**
 * Exchange at which the instances of one app share the limits of the platform. It counts
 * the calls of all instances, for each tenant and operation alone, and grants free slots.
 * An exchange serves one app: two apps need two exchanges, even if they use the same
 * store.
 * <p>
 * The rules of the exchange:
 * <ul>
 * <li>All times in requests and grants are durations, so the clocks of the instances do
 * not matter. The exchange has one clock, which never goes back.</li>
 * <li>A slot is held from the grant to the arrival of its request at the platform, and
 * counts from that arrival for the length of each window plus the headroom. The exchange
 * grants a slot only if it is free in all windows of the operation and of the target, now
 * or within the look-ahead, and states when it opens.</li>
 * <li>While several instances wait, each gets a fair share of the free slots. Interactive
 * calls of all instances go before bulk calls, except for one in ten.</li>
 * <li>Each request renews the lease of its instance. When a lease ends, the slots of the
 * instance count as arrived at that time.</li>
 * <li>A refusal closes the gate of its scope for all instances. When the wait is over,
 * one slot is granted as a probe.</li>
 * <li>An exchange that lost its state has a new epoch. It ignores the reports of an
 * instance with another epoch and answers that it forgot them. Then it grants nothing for
 * the quiet time of 2.2 seconds, so that all instances report what they sent. There is
 * the same quiet time after a request of an instance that could not reach the exchange,
 * unless the exchange served others in all that time.</li>
 * </ul>
 * Implementations are thread-safe and apply each request as a whole or not at all.
 */
@FunctionalInterface
public interface SlotExchange {

	/**
	 * Reports calls and acquires slots. The limiter gives up after half a second. The
	 * exchange may have applied the request then, or may apply it later.
	 * @param request request of one instance for one operation
	 * @return the granted slots. An error means that the exchange is unavailable; the
	 * limiter continues with its share of the limits
	 */
	Mono<SlotGrants> exchange(SlotRequest request);

	/**
	 * Creates an exchange in the memory of this process. It is the reference for other
	 * exchanges, and serves several limiters of one process.
	 * @return an exchange without calls
	 */
	static SlotExchange inMemory() {
		return inMemory(System::nanoTime);
	}

	/**
	 * Creates an exchange in the memory of this process with a clock of its own, for
	 * tests.
	 * @param clock nanoseconds from any start; never goes back
	 * @return an exchange without calls
	 */
	static SlotExchange inMemory(LongSupplier clock) {
		return new InMemorySlotExchange(clock);
	}

}
