package io.ephemeral.feishu.limit.window;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Times between the requests of an instance to the exchange.
 */
public final class SlotPace {

	/** Time between two requests while a slot could open. */
	public static final long NEAR = Duration.ofMillis(70).toNanos();

	/** Longest time between two requests while calls wait or hold slots. */
	public static final long FAR = Duration.ofMillis(500).toNanos();

	/** Longest time until arrivals are reported. */
	public static final long REPORT = Duration.ofMillis(100).toNanos();

	/** Time after which a demand ends, beyond the expected next request. */
	private static final long GRACE = Duration.ofMillis(90).toNanos();

	private SlotPace() {
	}

	/**
	 * Returns the wait after an answer until a slot can be granted.
	 * @param opensIn time until the next opening; null if it is unknown
	 * @return nanoseconds, at most {@link #FAR}; zero if there is no reason to wait
	 */
	public static long wait(@Nullable Duration opensIn, Duration lookAhead) {
		return (opensIn == null) ? 0 : Math.min(FAR, Math.max(0, opensIn.minus(lookAhead).toNanos()));
	}

	/** Returns the time for which an exchange keeps a demand, in nanoseconds. */
	public static long validity(@Nullable Duration opensIn, Duration lookAhead) {
		return NEAR + GRACE + wait(opensIn, lookAhead);
	}

}
