package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Slots of one operation of the app in one tenant. They decide when a call may leave; the
 * queue decides which one. Not thread-safe.
 */
interface Slots {

	/**
	 * Creates the slots of a target.
	 * @param name name of the target; empty for calls without a target
	 */
	TargetSlots target(String name);

	/**
	 * Notices the time. The queue calls this method before it grants permits.
	 * @return names of the targets that may have a slot now
	 */
	default Collection<String> elapse(long now) {
		return List.of();
	}

	/** Starts work that is due. The queue calls this method after each change. */
	default void startDue(long now) {
	}

	/**
	 * Returns the next time at which work is due or the slots may change.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if there is none
	 */
	default long nextChange(long now) {
		return SlidingWindow.UNKNOWN;
	}

	/**
	 * Reports calls that ended and gives unused slots back, without the usual delay.
	 * @return a publisher that completes once that is done, or cannot be done
	 */
	default Mono<Void> flush() {
		return Mono.empty();
	}

	/** Returns the least maximum wait that makes sense for a call. */
	default Duration leastWait() {
		return Duration.ZERO;
	}

	/** Returns whether the operation permits a call now, if its target does too. */
	boolean mayGo(long now);

	/**
	 * Returns the time at which the operation permits a call.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if it is unknown
	 */
	long opens(long now);

	/** Returns the number of calls that hold a slot. */
	int held();

	/** Returns the estimated time of the last arrival at the platform. */
	long lastArrival();

	/** Returns the length of the longest window of the operation. */
	long length();

	/** Returns the end of the wait after a refusal; a past instant if there is none. */
	long closedUntil();

	/** Returns whether nothing needs to be known of the calls before now. */
	boolean isForgettable(long now);

	/** Describes the closed gates, except those of targets. */
	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now);

	/** Describes the use of the windows of the operation. */
	List<WindowUse> use(long now);

}
