package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Objects;

import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.MonoSink;

/**
 * Call from its arrival at the limiter to its end. It waits, holds a slot, is sent and
 * ends. The lock of the limiter guards all fields except the sink and the request.
 */
final class Turn implements Permit, Disposable, Comparable<Turn> {

	private final QueueingRateLimiter limiter;

	private final PermitRequest request;

	private final MonoSink<Permit> sink;

	private State state = State.NEW;

	private @Nullable OperationQueue queue;

	private @Nullable Target target;

	/** Distinguishes calls with the same deadline. */
	private long number;

	private long deadline;

	private long sentAt;

	Turn(QueueingRateLimiter limiter, PermitRequest request, MonoSink<Permit> sink) {
		this.limiter = limiter;
		this.request = request;
		this.sink = sink;
	}

	PermitRequest request() {
		return this.request;
	}

	void waits(OperationQueue queue, Target target, long deadline, long number) {
		this.queue = queue;
		this.target = target;
		this.deadline = deadline;
		this.number = number;
		this.state = State.WAITING;
	}

	void holds(OperationQueue queue, Target target) {
		this.queue = queue;
		this.target = target;
		this.state = State.HOLDING;
	}

	/** Returns whether the call ended, for example because the caller canceled. */
	boolean isOver() {
		return this.state == State.OVER;
	}

	/** Marks that the request leaves, if the call still holds a slot. */
	boolean leaves(long now) {
		if (this.state != State.HOLDING || !target().slots().leave(this, now)) {
			return false;
		}
		this.state = State.SENT;
		this.sentAt = now;
		return true;
	}

	/**
	 * Ends the call.
	 * @return the previous state
	 */
	State ends() {
		State before = this.state;
		this.state = State.OVER;
		return before;
	}

	OperationQueue queue() {
		return Objects.requireNonNull(this.queue);
	}

	Target target() {
		return Objects.requireNonNull(this.target);
	}

	long deadline() {
		return this.deadline;
	}

	long sentAt() {
		return this.sentAt;
	}

	/**
	 * Grants the permit. Call this method without the lock, because the caller continues
	 * on this thread.
	 */
	void grant() {
		this.sink.success(this);
	}

	void fail(Throwable error) {
		this.sink.error(error);
	}

	@Override
	public boolean sent() {
		return this.limiter.sent(this);
	}

	@Override
	public void answered() {
		this.limiter.answered(this);
	}

	@Override
	public void refused(RefusalScope scope, @Nullable Duration retryAfter) {
		this.limiter.refused(this, scope, retryAfter);
	}

	@Override
	public void release() {
		this.limiter.release(this);
	}

	/** Ends the call after a cancellation. */
	@Override
	public void dispose() {
		this.limiter.release(this);
	}

	@Override
	public int compareTo(Turn other) {
		int order = Long.compare(this.deadline, other.deadline);
		return (order != 0) ? order : Long.compare(this.number, other.number);
	}

	enum State {

		NEW, WAITING, HOLDING, SENT, OVER

	}

}
