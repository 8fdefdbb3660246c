package io.ephemeral.feishu.limit;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Queue of the calls to one target. Calls of the same priority leave in order of arrival.
 * Not thread-safe.
 */
final class TargetQueue implements Comparable<TargetQueue> {

	private final String name;

	private final long number;

	private final TargetSlots slots;

	private @Nullable Set<Turn> interactive;

	private @Nullable Set<Turn> bulk;

	private State state = State.EMPTY;

	private long blockedUntil;

	/** Time at which the target may be removed, set when it becomes idle. */
	private long idleUntil = SlidingWindow.UNKNOWN;

	TargetQueue(String name, long number, TargetSlots slots) {
		this.name = name;
		this.number = number;
		this.slots = slots;
	}

	String name() {
		return this.name;
	}

	TargetSlots slots() {
		return this.slots;
	}

	void add(Turn turn) {
		if (turn.request().priority() == CallPriority.BULK) {
			this.bulk = added(this.bulk, turn);
		}
		else {
			this.interactive = added(this.interactive, turn);
		}
	}

	private static Set<Turn> added(@Nullable Set<Turn> turns, Turn turn) {
		Set<Turn> present = (turns != null) ? turns : new LinkedHashSet<>();
		present.add(turn);
		return present;
	}

	private @Nullable Set<Turn> turns(CallPriority priority) {
		return (priority == CallPriority.BULK) ? this.bulk : this.interactive;
	}

	Turn first(CallPriority priority) {
		Set<Turn> turns = turns(priority);
		if (turns == null) {
			throw new IllegalStateException("The queue has no waiting call");
		}
		return turns.iterator().next();
	}

	void remove(Turn turn) {
		Set<Turn> turns = turns(turn.request().priority());
		if (turns != null) {
			turns.remove(turn);
		}
	}

	int waiting(CallPriority priority) {
		Set<Turn> turns = turns(priority);
		return (turns != null) ? turns.size() : 0;
	}

	boolean isEmpty() {
		return waiting(CallPriority.INTERACTIVE) + waiting(CallPriority.BULK) == 0;
	}

	boolean isIdle() {
		return this.slots.held() == 0 && isEmpty();
	}

	boolean isForgettable(long now) {
		return isEmpty() && this.slots.isForgettable(now);
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

	long idleUntil() {
		return this.idleUntil;
	}

	void idleUntil(long instant) {
		this.idleUntil = instant;
	}

	@Override
	public int compareTo(TargetQueue other) {
		int order = Long.compare(this.blockedUntil, other.blockedUntil);
		return (order != 0) ? order : Long.compare(this.number, other.number);
	}

	enum State {

		/** No call waits. */
		EMPTY,

		/** The target takes part in the turns. */
		READY,

		/** No call can leave before a known time. */
		BLOCKED,

		/** No call can leave before a call in progress ends. */
		STUCK

	}

}
