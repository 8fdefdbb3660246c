package io.ephemeral.feishu.limit.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.SlidingWindow;

/**
 * Calls of all instances that count in the windows of an operation or a target. Not
 * thread-safe.
 */
final class SharedCount {

	private final List<RateWindow> windows;

	private final int capacity;

	/** Estimated arrivals in ascending order, as many as the largest window has calls. */
	private final List<Long> arrivals = new ArrayList<>();

	private int held;

	SharedCount(List<RateWindow> windows) {
		this.windows = windows;
		this.capacity = windows.stream().mapToInt(RateWindow::calls).max().orElse(0);
	}

	void hold(int calls) {
		this.held += calls;
	}

	void release(int calls) {
		this.held -= calls;
	}

	void arrived(long instant) {
		int place = Collections.binarySearch(this.arrivals, instant);
		this.arrivals.add((place < 0) ? -place - 1 : place, instant);
		if (this.arrivals.size() > this.capacity) {
			this.arrivals.remove(0);
		}
	}

	/**
	 * Returns the time at which the next slot opens.
	 * @param further number of slots that are taken before
	 * @return an instant, not before now; {@link SlidingWindow#UNKNOWN} if a call in
	 * progress must end first
	 */
	long opens(int further, long headroom, long now) {
		long opens = now;
		for (RateWindow window : this.windows) {
			int free = window.calls() - this.held - further;
			if (free <= 0) {
				return SlidingWindow.UNKNOWN;
			}
			int leaves = this.arrivals.size() - free;
			if (leaves >= 0) {
				opens = Math.max(opens, this.arrivals.get(leaves) + window.length().toNanos() + headroom);
			}
		}
		return opens;
	}

	/**
	 * Returns the number of slots that open until an instant.
	 * @param most maximum number to count
	 */
	int openings(int most, long until, long headroom, long now) {
		int openings = 0;
		while (openings < most && opens(openings, headroom, now) <= until) {
			openings++;
		}
		return openings;
	}

	boolean isEmpty(long headroom, long now) {
		return this.held == 0 && (this.arrivals.isEmpty()
				|| this.arrivals.get(this.arrivals.size() - 1) + SlidingWindow.longest(this.windows, headroom) <= now);
	}

	/**
	 * Returns every n-th arrival, from the last one.
	 * @param since time after which arrivals matter
	 */
	List<Long> sample(int step, long since) {
		List<Long> sample = new ArrayList<>();
		for (int i = this.arrivals.size() - 1; i >= 0 && this.arrivals.get(i) > since; i -= step) {
			sample.add(this.arrivals.get(i));
		}
		return sample;
	}

}
