package io.ephemeral.feishu.limit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Queue of the calls to one target, with the windows of the target. Calls of the same
 * priority leave in order of arrival. Not thread-safe.
 */
final class TargetQueue implements Comparable<TargetQueue> {

	private final String name;

	private final long number;

	private final Windows windows;

	private @Nullable Set<Turn> interactive;

	private @Nullable Set<Turn> bulk;

	private int held;

	private @Nullable Gate gate;

	private State state = State.EMPTY;

	private long blockedUntil;

	/** Time at which the target may be removed, set when it becomes idle. */
	private long idleUntil = SlidingWindow.UNKNOWN;

	TargetQueue(String name, long number, List<RateWindow> limits, long headroom) {
		this.name = name;
		this.number = number;
		this.windows = new Windows(limits, headroom);
	}

	String name() {
		return this.name;
	}

	Windows windows() {
		return this.windows;
	}

	boolean mayGo(long now) {
		return (this.gate == null || !this.gate.isClosed(now)) && this.windows.hasRoom(now);
	}

	long opens(long now) {
		long opens = (this.gate != null) ? this.gate.opens() : now;
		return Math.max(opens, this.windows.opens(now));
	}

	@Nullable Gate gate() {
		return this.gate;
	}

	Gate gateToClose() {
		if (this.gate == null) {
			this.gate = new Gate();
		}
		return this.gate;
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

	void hold() {
		this.held++;
		this.windows.hold();
	}

	void giveBack() {
		this.held--;
		this.windows.giveBack();
	}

	void arrived(long arrival) {
		this.held--;
		this.windows.arrived(arrival);
	}

	boolean isIdle() {
		return this.held == 0 && isEmpty();
	}

	boolean isForgettable(long now) {
		return isIdle() && (this.gate == null || !this.gate.isClosed(now)) && this.windows.isEmpty(now);
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
