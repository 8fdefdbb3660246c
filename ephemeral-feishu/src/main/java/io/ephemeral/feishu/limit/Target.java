package io.ephemeral.feishu.limit;

import java.util.Objects;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Target of calls, such as a chat. It has a queue only while calls wait, because most
 * targets are idle. Not thread-safe.
 */
final class Target {

	private final String name;

	private final TargetSlots slots;

	private @Nullable TargetQueue queue;

	/** Time at which the target may be removed, set when it becomes idle. */
	private long idleUntil = SlidingWindow.UNKNOWN;

	Target(String name, TargetSlots slots) {
		this.name = name;
		this.slots = slots;
	}

	String name() {
		return this.name;
	}

	TargetSlots slots() {
		return this.slots;
	}

	/** Returns whether calls wait. */
	boolean hasQueue() {
		return this.queue != null;
	}

	/** Returns the queue of the waiting calls. */
	TargetQueue queue() {
		return Objects.requireNonNull(this.queue);
	}

	/** Sets the queue before the first call waits. */
	void startQueue(TargetQueue queue) {
		this.queue = queue;
	}

	/** Removes the queue after no call waits any more. */
	void endQueue() {
		this.queue = null;
	}

	int waiting(CallPriority priority) {
		return (this.queue != null) ? this.queue.waiting(priority) : 0;
	}

	boolean isIdle() {
		return this.slots.held() == 0 && !hasQueue();
	}

	boolean isForgettable(long now) {
		return !hasQueue() && this.slots.isForgettable(now);
	}

	long idleUntil() {
		return this.idleUntil;
	}

	void idleUntil(long instant) {
		this.idleUntil = instant;
	}

}
