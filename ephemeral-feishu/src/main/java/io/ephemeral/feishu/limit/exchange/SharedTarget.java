package io.ephemeral.feishu.limit.exchange;

import io.ephemeral.feishu.limit.window.Gate;

/**
 * Calls of all instances to one target, and the gate of the target.
 */
final class SharedTarget {

	private final SharedCount count;

	private final Gate gate = new Gate();

	SharedTarget(SharedCount count) {
		this.count = count;
	}

	SharedCount count() {
		return this.count;
	}

	Gate gate() {
		return this.gate;
	}

	boolean isForgettable(long headroom, long now) {
		return this.count.isEmpty(headroom, now) && !this.gate.isClosed(now);
	}

}
