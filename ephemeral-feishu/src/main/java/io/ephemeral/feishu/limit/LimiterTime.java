package io.ephemeral.feishu.limit;

import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Scheduler;

/**
 * Time since the first call. The scheduler is created with that call, because new threads
 * would slow down the start of the application.
 */
record LimiterTime(Scheduler scheduler, long start) {

	static LimiterTime from(Scheduler scheduler) {
		return new LimiterTime(scheduler, scheduler.now(TimeUnit.NANOSECONDS));
	}

	/** Returns nanoseconds since the start. */
	long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS) - this.start;
	}

}
