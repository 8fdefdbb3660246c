package io.ephemeral.feishu.limit;

import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Timer of a queue for the next time at which its state may change. Not thread-safe.
 */
final class Alarm {

	private final Scheduler scheduler;

	private @Nullable Disposable timer;

	private long instant = SlidingWindow.UNKNOWN;

	Alarm(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	/** Returns whether the timer is later than an instant, or not set. */
	boolean isAfter(long instant) {
		return instant < this.instant;
	}

	/** Sets the timer, unless it is set to the same time or an earlier one. */
	void set(long instant, long now, Runnable action) {
		if (isAfter(instant)) {
			stop();
			this.instant = instant;
			this.timer = this.scheduler.schedule(action, Math.max(0, instant - now), TimeUnit.NANOSECONDS);
		}
	}

	void stop() {
		if (this.timer != null) {
			this.timer.dispose();
		}
		this.timer = null;
		this.instant = SlidingWindow.UNKNOWN;
	}

}
