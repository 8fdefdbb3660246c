package io.ephemeral.feishu.limit.window;

import java.util.Arrays;
import java.util.List;

import io.ephemeral.feishu.limit.rate.RateWindow;

/**
 * Calls that count in one limit window. The window has the number of calls in progress
 * and, in a ring buffer, the times at which arrived calls stop counting. Not thread-safe.
 */
public final class SlidingWindow {

	/** Unknown instant, later than any other. */
	public static final long UNKNOWN = Long.MAX_VALUE;

	private static final int FIRST_CAPACITY = 4;

	private final RateWindow limit;

	private final long length;

	/** Ring buffer in ascending order from {@link #first}; grows up to the limit. */
	private long[] ends;

	private int first;

	private int size;

	private int held;

	public SlidingWindow(RateWindow limit, long headroom) {
		this.limit = limit;
		this.length = limit.length().toNanos() + headroom;
		this.ends = new long[Math.min(limit.calls(), FIRST_CAPACITY)];
	}

	/** Returns the longest length with headroom; zero if there is no window. */
	public static long longest(List<RateWindow> limits, long headroom) {
		return limits.stream().mapToLong((limit) -> limit.length().toNanos() + headroom).max().orElse(0);
	}

	public RateWindow limit() {
		return this.limit;
	}

	public boolean hasRoom(long now) {
		while (this.size > 0 && this.ends[this.first] <= now) {
			this.first = (this.first + 1 == this.ends.length) ? 0 : this.first + 1;
			this.size--;
		}
		return this.held + this.size < this.limit.calls();
	}

	public boolean isEmpty(long now) {
		return used(now) == 0;
	}

	public int used(long now) {
		hasRoom(now);
		return this.held + this.size;
	}

	/**
	 * Returns the time at which there is room for a call.
	 * @return an instant; {@link #UNKNOWN} if all calls that count are in progress
	 */
	public long opens(long now) {
		return hasRoom(now) ? now : (this.size > 0) ? this.ends[this.first] : UNKNOWN;
	}

	/**
	 * Returns the time at which there is room for one more call behind waiting calls,
	 * assuming that calls in progress arrive now.
	 */
	public long opensBehind(int waiting, long now) {
		int room = hasRoom(now) ? this.limit.calls() - this.held - this.size : 0;
		if (waiting < room) {
			return now;
		}
		int turn = (waiting - room) / this.limit.calls();
		int place = (waiting - room) % this.limit.calls();
		long end = (place < this.size) ? this.ends[(this.first + place) % this.ends.length] : now + this.length;
		return end + turn * this.length;
	}

	public void hold() {
		this.held++;
	}

	public void giveBack() {
		this.held--;
	}

	/**
	 * Counts a call in progress as arrived.
	 * @param arrival time of arrival, not before that of earlier calls
	 */
	public void arrived(long arrival) {
		this.held--;
		if (this.size == this.limit.calls()) {
			// The oldest one no longer matters, because the others fill the window.
			this.first = (this.first + 1 == this.ends.length) ? 0 : this.first + 1;
			this.size--;
		}
		else if (this.size == this.ends.length) {
			grow();
		}
		int last = this.first + this.size;
		this.ends[(last < this.ends.length) ? last : last - this.ends.length] = arrival + this.length;
		this.size++;
	}

	private void grow() {
		long[] ordered = Arrays.copyOf(this.ends, Math.min(this.limit.calls(), 2 * this.size));
		for (int i = 0; i < this.size; i++) {
			ordered[i] = this.ends[(this.first + i) % this.size];
		}
		this.ends = ordered;
		this.first = 0;
	}

}
