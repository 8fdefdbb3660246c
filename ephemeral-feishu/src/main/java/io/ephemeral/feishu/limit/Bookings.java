package io.ephemeral.feishu.limit;

import java.util.TreeMap;

import io.ephemeral.feishu.limit.window.SlidingWindow;

/**
 * Booked slots of a target by the time at which they open. Not thread-safe.
 */
final class Bookings {

	private final TreeMap<Long, Integer> slots = new TreeMap<>();

	private int size;

	private boolean probe;

	int size() {
		return this.size;
	}

	/** Returns whether the only slot is the probe after a refusal. */
	boolean isProbe() {
		return this.probe;
	}

	/** Returns the first opening; unknown if there is none. */
	long opens() {
		return this.slots.isEmpty() ? SlidingWindow.UNKNOWN : this.slots.firstKey();
	}

	void add(long opening, boolean probe) {
		this.slots.merge(opening, 1, Integer::sum);
		this.size++;
		this.probe |= probe;
	}

	void removeFirst() {
		remove(this.slots.firstKey());
	}

	void removeLast() {
		remove(this.slots.lastKey());
	}

	private void remove(long opening) {
		this.slots.computeIfPresent(opening, (key, slots) -> (slots > 1) ? slots - 1 : null);
		this.size--;
		this.probe &= this.size > 0;
	}

	void clear() {
		this.slots.clear();
		this.size = 0;
		this.probe = false;
	}

}
