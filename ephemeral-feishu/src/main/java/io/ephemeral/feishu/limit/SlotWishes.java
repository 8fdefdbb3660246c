package io.ephemeral.feishu.limit;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.ephemeral.feishu.limit.window.SlidingWindow;

/**
 * Targets with waiting calls but without enough booked slots, in the order in which they
 * ask the exchange. Not thread-safe.
 */
final class SlotWishes {

	/** Maximum number of targets that ask in one request; a full second of calls. */
	private static final int MOST = 50;

	private final TreeSet<TargetBookings> wanting = new TreeSet<>();

	private long askAt;

	private long numbers;

	long nextNumber() {
		return this.numbers++;
	}

	/** Changes the demand or the slots of a target. */
	void change(TargetBookings target, Runnable change) {
		this.wanting.remove(target);
		change.run();
		if (target.wanted() > 0) {
			this.wanting.add(target);
		}
	}

	/** Starts again after a change of all targets. */
	void reset(Collection<TargetBookings> targets) {
		this.askAt = 0;
		this.wanting.clear();
		targets.stream().filter((target) -> target.wanted() > 0).forEach(this.wanting::add);
	}

	/** Sets the time at which the operation may have free slots again. */
	void askAt(long instant) {
		this.askAt = instant;
	}

	long askAt() {
		return this.askAt;
	}

	/** Returns the time of the next request for slots; unknown if no call waits. */
	long dueAt() {
		return this.wanting.isEmpty() ? SlidingWindow.UNKNOWN : Math.max(this.askAt, this.wanting.first().askAt());
	}

	/** Returns the targets that ask now. */
	List<TargetBookings> asking(long now) {
		return (this.askAt > now) ? List.of()
				: this.wanting.stream().takeWhile((target) -> target.askAt() <= now).limit(MOST).toList();
	}

}
