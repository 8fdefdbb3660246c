package io.ephemeral.feishu.limit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Round in which targets with waiting calls take turns. Blocked targets are ordered by
 * the time at which they may continue. Not thread-safe.
 */
final class Round {

	/** Number of interactive calls between two bulk calls while both priorities wait. */
	private static final int INTERACTIVE_IN_A_ROW = 9;

	private final Set<TargetQueue> readyInteractive = new LinkedHashSet<>();

	private final Set<TargetQueue> readyBulk = new LinkedHashSet<>();

	private final TreeSet<TargetQueue> blocked = new TreeSet<>();

	private int interactiveInARow;

	/** Adds a target that has a new waiting call, unless the target is blocked. */
	void join(TargetQueue target) {
		if (target.state() == TargetQueue.State.READY) {
			addReady(target);
		}
	}

	/** Adds a target with waiting calls whose slots changed. */
	void rejoin(TargetQueue target) {
		unblock(target);
		addReady(target);
	}

	/** Updates a target after a call left its queue. */
	void leave(TargetQueue target, CallPriority priority) {
		if (target.waiting(priority) == 0) {
			ready(priority).remove(target);
		}
		if (target.isEmpty()) {
			unblock(target);
		}
	}

	/** Moves a target to the end of the round after its turn. */
	void moveToEnd(TargetQueue target, CallPriority priority) {
		if (target.waiting(priority) > 0) {
			ready(priority).remove(target);
			addReady(target);
		}
	}

	/** Adds the targets that may continue now. */
	void resume(long now) {
		while (!this.blocked.isEmpty() && this.blocked.first().blockedUntil() <= now) {
			addReady(this.blocked.pollFirst());
		}
	}

	/**
	 * Returns the next call whose target permits it.
	 * @return a waiting call; null if there is none
	 */
	@Nullable Turn next(long now) {
		boolean bulkFirst = this.interactiveInARow >= INTERACTIVE_IN_A_ROW;
		Turn turn = next(bulkFirst ? CallPriority.BULK : CallPriority.INTERACTIVE, now);
		if (turn == null) {
			turn = next(bulkFirst ? CallPriority.INTERACTIVE : CallPriority.BULK, now);
		}
		if (turn != null && turn.request().priority() == CallPriority.BULK) {
			this.interactiveInARow = 0;
		}
		else if (turn != null && !this.readyBulk.isEmpty()) {
			this.interactiveInARow++;
		}
		return turn;
	}

	private @Nullable Turn next(CallPriority priority, long now) {
		Set<TargetQueue> ready = ready(priority);
		while (!ready.isEmpty()) {
			TargetQueue target = ready.iterator().next();
			if (target.slots().mayGo(now)) {
				return target.first(priority);
			}
			block(target, now);
		}
		return null;
	}

	/**
	 * Returns the time at which a target may continue.
	 * @param opens time at which the operation permits a call
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if it is unknown
	 */
	long opens(long opens) {
		if (!this.readyInteractive.isEmpty() || !this.readyBulk.isEmpty()) {
			return opens;
		}
		return this.blocked.isEmpty() ? SlidingWindow.UNKNOWN : Math.max(opens, this.blocked.first().blockedUntil());
	}

	private void addReady(TargetQueue target) {
		for (CallPriority priority : CallPriority.values()) {
			if (target.waiting(priority) > 0) {
				ready(priority).add(target);
			}
		}
		target.state(TargetQueue.State.READY);
	}

	private void block(TargetQueue target, long now) {
		this.readyInteractive.remove(target);
		this.readyBulk.remove(target);
		long opens = target.slots().opens(now);
		if (opens == SlidingWindow.UNKNOWN) {
			target.state(TargetQueue.State.STUCK);
		}
		else {
			target.blockedUntil(opens);
			target.state(TargetQueue.State.BLOCKED);
			this.blocked.add(target);
		}
	}

	private void unblock(TargetQueue target) {
		if (target.state() == TargetQueue.State.BLOCKED) {
			this.blocked.remove(target);
		}
	}

	private Set<TargetQueue> ready(CallPriority priority) {
		return (priority == CallPriority.BULK) ? this.readyBulk : this.readyInteractive;
	}

}
