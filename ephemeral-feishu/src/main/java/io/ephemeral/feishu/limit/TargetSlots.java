package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Slots of one target. A call takes a slot of the target and of its operation together.
 * Not thread-safe.
 */
interface TargetSlots {

	/**
	 * Updates the demand.
	 * @param interactive number of interactive calls that wait
	 * @param bulk number of bulk calls that wait
	 */
	default void expect(int interactive, int bulk) {
	}

	/** Returns whether the target permits a call now, if its operation does too. */
	boolean mayGo(long now);

	/**
	 * Returns the time at which the target permits a call.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if it is unknown
	 */
	long opens(long now);

	/** Takes a slot for a call that gets its permit. */
	void take(Turn turn);

	/**
	 * Marks that the request of a call leaves.
	 * @return whether the request may leave; false if its slot was lost
	 */
	default boolean leave(Turn turn, long now) {
		return true;
	}

	/** Returns the slot of a call that did not leave. */
	void giveBack(Turn turn);

	/**
	 * Counts a request from its arrival at the platform.
	 * @param answered whether there was a response
	 */
	void arrived(Turn turn, boolean answered, long now);

	/**
	 * Closes the gate of a scope after a refusal.
	 * @param retryAfter wait that the platform requires; null if it requires none
	 * @return whether the gate is now closed for more than a minute, and was not before
	 */
	boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now);

	/**
	 * Opens the gates whose probe is this call, if it has a response. Without a response,
	 * another call becomes the probe.
	 */
	void passed(Turn turn, boolean answered);

	/**
	 * Estimates the wait of a new call.
	 * @param ahead number of calls to this target that go first
	 * @param aheadInAll number of calls of the operation that go first
	 * @return the longest wait for any of the limits
	 */
	ExpectedWait expectedWait(int ahead, int aheadInAll, long now);

	/** Returns the number of calls that hold a slot. */
	int held();

	/** Returns the end of the wait after a refusal; a past instant if there is none. */
	long closedUntil();

	/** Returns whether nothing needs to be known of the calls before now. */
	boolean isForgettable(long now);

	/** Forgets the target. */
	default void forget() {
	}

	/** Describes the gate of the target, if it is closed. */
	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now);

	/** Describes the use of the windows of the target. */
	List<WindowUse> use(long now);

}
