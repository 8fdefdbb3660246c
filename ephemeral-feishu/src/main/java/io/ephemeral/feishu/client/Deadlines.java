package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.function.SingletonSupplier;

/**
 * Deadlines with the same duration, which expire in the order in which they were added.
 * They share one timer, because a timer for each request would cost more than the rest of
 * a call.
 */
final class Deadlines {

	private final long nanos;

	/**
	 * Created with the first request, because new threads would slow down the start of
	 * the application.
	 */
	private final Supplier<Scheduler> scheduler;

	private final Object lock = new Object();

	private @Nullable Deadline first;

	private @Nullable Deadline last;

	private boolean timed;

	Deadlines(Duration timeout, Supplier<Scheduler> scheduler) {
		this.nanos = timeout.toNanos();
		this.scheduler = SingletonSupplier.of(scheduler);
	}

	Duration timeout() {
		return Duration.ofNanos(this.nanos);
	}

	/**
	 * Returns the remaining time of a deadline that started at an instant of
	 * {@link #now}.
	 */
	Duration leftSince(long start) {
		return Duration.ofNanos(Math.max(0, start + this.nanos - now()));
	}

	long now() {
		return this.scheduler.get().now(TimeUnit.NANOSECONDS);
	}

	void add(Deadline deadline) {
		synchronized (this.lock) {
			deadline.at = now() + this.nanos;
			deadline.of = this;
			deadline.previous = this.last;
			if (this.last != null) {
				this.last.next = deadline;
			}
			else {
				this.first = deadline;
			}
			this.last = deadline;
			if (!this.timed) {
				schedule(this.nanos);
			}
		}
	}

	void remove(Deadline deadline) {
		synchronized (this.lock) {
			if (deadline.of == this) {
				unlink(deadline);
			}
		}
	}

	private void unlink(Deadline deadline) {
		Deadline previous = deadline.previous;
		Deadline next = deadline.next;
		if (previous != null) {
			previous.next = next;
		}
		else {
			this.first = next;
		}
		if (next != null) {
			next.previous = previous;
		}
		else {
			this.last = previous;
		}
		deadline.previous = null;
		deadline.next = null;
		deadline.of = null;
	}

	private void schedule(long delay) {
		this.timed = true;
		this.scheduler.get().schedule(this::expire, delay, TimeUnit.NANOSECONDS);
	}

	private void expire() {
		List<Deadline> expired = new ArrayList<>(0);
		synchronized (this.lock) {
			long now = now();
			this.timed = false;
			for (Deadline deadline = this.first; deadline != null && deadline.at - now <= 0; deadline = this.first) {
				unlink(deadline);
				expired.add(deadline);
			}
			if (this.first != null) {
				schedule(this.first.at - now);
			}
		}
		// In parallel, because the waiting caller continues within the signal.
		expired.forEach((deadline) -> this.scheduler.get().schedule(() -> deadline.expired(this)));
	}

	/**
	 * Entry for one deadline; in one list at a time.
	 */
	abstract static class Deadline {

		private long at;

		private @Nullable Deadlines of;

		private @Nullable Deadline previous;

		private @Nullable Deadline next;

		/**
		 * Ends the wait for this deadline, unless the wait has ended or has moved to the
		 * next deadline.
		 * @param deadlines list in which the deadline expired
		 */
		abstract void expired(Deadlines deadlines);

	}

}
