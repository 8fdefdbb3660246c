package io.ephemeral.feishu.limit;

import java.util.Arrays;

/**
 * The calls that count in one window: those under way, and for those that have arrived
 * the instants at which they stop counting, in a ring. Not thread-safe.
 */
final class SlidingWindow {

	/** Later than any instant: nobody knows when. */
	static final long UNKNOWN = Long.MAX_VALUE;

	private static final int FIRST_CAPACITY = 4;

	private final RateWindow limit;

	private final int calls;

	private final long length;

	/** In ascending order from {@link #first}; grows up to the limit. */
	private long[] ends;

	private int first;

	private int size;

	private int held;

	SlidingWindow(RateWindow limit, long headroom) {
		this.limit = limit;
		this.calls = limit.calls();
		this.length = limit.length().toNanos() + headroom;
		this.ends = new long[Math.min(this.calls, FIRST_CAPACITY)];
	}

	RateWindow limit() {
		return this.limit;
	}

	boolean hasRoom(long now) {
		while (this.size > 0 && this.ends[this.first] <= now) {
			this.first = (this.first + 1 == this.ends.length) ? 0 : this.first + 1;
			this.size--;
		}
		return this.held + this.size < this.calls;
	}

	boolean isEmpty(long now) {
		return used(now) == 0;
	}

	int used(long now) {
		hasRoom(now);
		return this.held + this.size;
	}

	/**
	 * Returns when there is room.
	 * @return an instant; {@link #UNKNOWN} while all that count are under way
	 */
	long opens(long now) {
		return hasRoom(now) ? now : (this.size > 0) ? this.ends[this.first] : UNKNOWN;
	}

	/**
	 * Returns when there is room for one more call behind others that wait, if those
	 * under way arrive now.
	 */
	long opensBehind(int waiting, long now) {
		int room = hasRoom(now) ? this.calls - this.held - this.size : 0;
		if (waiting < room) {
			return now;
		}
		int turn = (waiting - room) / this.calls;
		int place = (waiting - room) % this.calls;
		long end = (place < this.size) ? this.ends[(this.first + place) % this.ends.length] : now + this.length;
		return end + turn * this.length;
	}

	void hold() {
		this.held++;
	}

	void giveBack() {
		this.held--;
	}

	/**
	 * Counts a call that was under way from its arrival on.
	 * @param arrival not before those of earlier calls
	 */
	void arrived(long arrival) {
		this.held--;
		if (this.size == this.ends.length) {
			grow();
		}
		int last = this.first + this.size;
		this.ends[(last < this.ends.length) ? last : last - this.ends.length] = arrival + this.length;
		this.size++;
	}

	private void grow() {
		long[] ordered = Arrays.copyOf(this.ends, Math.min(this.calls, 2 * this.size));
		for (int i = 0; i < this.size; i++) {
			ordered[i] = this.ends[(this.first + i) % this.size];
		}
		this.ends = ordered;
		this.first = 0;
	}

}
