package io.ephemeral.feishu.limit;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Queue of the calls that wait for one target. Calls of the same priority leave in order
 * of arrival. Not thread-safe.
 */
final class TargetQueue implements Comparable<TargetQueue> {

	private final long number;

	private final TargetSlots slots;

	private final Set<Turn> interactive = new LinkedHashSet<>();

	private final Set<Turn> bulk = new LinkedHashSet<>();

	private State state = State.READY;

	private long blockedUntil;

	/**
	 * Creates an empty queue.
	 * @param number number that orders queues blocked until the same time
	 */
	TargetQueue(long number, TargetSlots slots) {
		this.number = number;
		this.slots = slots;
	}

	TargetSlots slots() {
		return this.slots;
	}

	void add(Turn turn) {
		turns(turn.request().priority()).add(turn);
	}

	private Set<Turn> turns(CallPriority priority) {
		return (priority == CallPriority.BULK) ? this.bulk : this.interactive;
	}

	Turn first(CallPriority priority) {
		return turns(priority).iterator().next();
	}

	void remove(Turn turn) {
		turns(turn.request().priority()).remove(turn);
	}

	int waiting(CallPriority priority) {
		return turns(priority).size();
	}

	boolean isEmpty() {
		return this.interactive.isEmpty() && this.bulk.isEmpty();
	}

	State state() {
		return this.state;
	}

	void state(State state) {
		this.state = state;
	}

	long blockedUntil() {
		return this.blockedUntil;
	}

	void blockedUntil(long instant) {
		this.blockedUntil = instant;
	}

	@Override
	public int compareTo(TargetQueue other) {
		int order = Long.compare(this.blockedUntil, other.blockedUntil);
		return (order != 0) ? order : Long.compare(this.number, other.number);
	}

	enum State {

		/** The target takes part in the turns. */
		READY,

		/** No call can leave before a known time. */
		BLOCKED,

		/** No call can leave before a call in progress ends. */
		STUCK

	}

}
