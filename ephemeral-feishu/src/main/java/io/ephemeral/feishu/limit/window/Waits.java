package io.ephemeral.feishu.limit.window;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Bounds of waits.
 */
public final class Waits {

	/** Practically unlimited, and safe from overflow in nanoseconds. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	/** Longest wait without the jitter of the gate; five minutes with it. */
	private static final Duration LONGEST_CLOSURE = Duration.ofMinutes(5).dividedBy(11).multipliedBy(10);

	private Waits() {
	}

	public static long nanos(Duration wait) {
		return ((wait.compareTo(LONGEST) < 0) ? wait : LONGEST).toNanos();
	}

	/**
	 * Limits the wait that the platform requires, because callers do not wait for longer.
	 */
	public static @Nullable Duration bounded(@Nullable Duration retryAfter) {
		return (retryAfter == null || retryAfter.compareTo(LONGEST_CLOSURE) <= 0) ? retryAfter : LONGEST_CLOSURE;
	}

}
