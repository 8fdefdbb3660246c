package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limit on the number of times that an action may happen within a minute, in elapsed
 * time.
 */
final class MinuteBudget {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private final int size;

	private final LongSupplier nanoTime;

	private long start;

	private int taken;

	MinuteBudget(int size) {
		this(size, System::nanoTime);
	}

	MinuteBudget(int size, LongSupplier nanoTime) {
		this.size = size;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Takes one of the remaining times.
	 * @return whether one was left
	 */
	synchronized boolean take() {
		long now = this.nanoTime.getAsLong();
		if (now - this.start >= MINUTE) {
			this.start = now;
			this.taken = 0;
		}
		boolean left = this.taken < this.size;
		this.taken += left ? 1 : 0;
		return left;
	}

}
