package io.ephemeral.feishu.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Targets without calls, in the order of their removal. A target stays until its windows
 * are empty. Not thread-safe.
 */
final class IdleTargets {

	private final Deque<TargetQueue> idle = new ArrayDeque<>();

	/** Adds a target, if it has no calls. */
	void add(TargetQueue target, long until) {
		if (target.isIdle() && target.idleUntil() == SlidingWindow.UNKNOWN) {
			target.idleUntil(until);
			this.idle.addLast(target);
		}
	}

	/**
	 * Removes the targets whose time is over.
	 * @param until time until which a target stays if its windows are not empty yet
	 * @param most maximum number of targets to check
	 * @param forget action for a target that nobody needs any more
	 */
	void remove(long now, long until, int most, Consumer<TargetQueue> forget) {
		for (int i = Math.min(most, this.idle.size()); i > 0 && this.idle.getFirst().idleUntil() <= now; i--) {
			TargetQueue target = this.idle.removeFirst();
			target.idleUntil(SlidingWindow.UNKNOWN);
			if (target.isForgettable(now)) {
				forget.accept(target);
			}
			else {
				add(target, until);
			}
		}
	}

}
