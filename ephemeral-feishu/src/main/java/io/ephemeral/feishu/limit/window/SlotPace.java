package io.ephemeral.feishu.limit.window;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Times between the requests of an instance to the exchange.
 */
public final class SlotPace {

	/** Time between two requests while a slot could open. */
	public static final long NEAR = Duration.ofMillis(70).toNanos();

	/** Longest time between two requests while a slot opens soon or calls hold slots. */
	public static final long FAR = Duration.ofMillis(250).toNanos();

	/** Time between two requests while no slot opens in the next second. */
	private static final long CALM = Duration.ofMillis(500).toNanos();

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	/** Longest time until arrivals are reported. */
	public static final long REPORT = Duration.ofMillis(100).toNanos();

	/** Time after which a demand ends, beyond the expected next request. */
	private static final long GRACE = Duration.ofMillis(90).toNanos();

	private SlotPace() {
	}

	/**
	 * Returns the wait after an answer until a slot can be granted.
	 * @param opensIn time until the next opening; null if it is unknown
	 * @return nanoseconds, at most half a second; zero if there is no reason to wait
	 */
	public static long wait(@Nullable Duration opensIn, Duration lookAhead) {
		long wait = (opensIn == null) ? 0 : Math.max(0, opensIn.minus(lookAhead).toNanos());
		return Math.min((wait > SECOND) ? CALM : FAR, wait);
	}

	/** Returns the time for which an exchange keeps a demand, in nanoseconds. */
	public static long validity(@Nullable Duration opensIn, Duration lookAhead) {
		return NEAR + GRACE + wait(opensIn, lookAhead);
	}

}
