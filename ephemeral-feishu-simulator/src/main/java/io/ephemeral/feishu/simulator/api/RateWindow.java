package io.ephemeral.feishu.simulator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sliding window with the latest accepted requests and their limit.
 */
final class RateWindow {

	private final int limit;

	private final Duration length;

	private final Deque<Instant> arrivals = new ArrayDeque<>();

	RateWindow(int limit, Duration length) {
		this.limit = limit;
		this.length = length;
	}

	int limit() {
		return this.limit;
	}

	boolean isFull(Instant now) {
		while (!this.arrivals.isEmpty() && !now.isBefore(this.arrivals.getFirst().plus(this.length))) {
			this.arrivals.removeFirst();
		}
		return this.arrivals.size() >= this.limit;
	}

	/** Returns the time until a full window has room. */
	Duration reset(Instant now) {
		return Duration.between(now, this.arrivals.getFirst().plus(this.length));
	}

	void add(Instant now) {
		this.arrivals.addLast(now);
	}

}
