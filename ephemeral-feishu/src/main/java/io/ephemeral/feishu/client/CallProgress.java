package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Times and counts of a call for its log line.
 */
final class CallProgress {

	private final long start = now();

	private final AtomicInteger requests = new AtomicInteger();

	/** Nanoseconds; negative before the first wait. */
	private final AtomicLong waited = new AtomicLong(-1);

	private final AtomicBoolean over = new AtomicBoolean();

	/** Counts a request. */
	void requested() {
		this.requests.incrementAndGet();
	}

	/** Measures the wait for a permit. */
	<T> Mono<T> waits(Mono<T> permit) {
		return Mono.defer(() -> {
			long since = now();
			return permit.doOnTerminate(() -> waited(now() - since)).doOnCancel(() -> waited(now() - since));
		});
	}

	private void waited(long nanos) {
		this.waited.updateAndGet((before) -> Math.max(0, before) + nanos);
	}

	/**
	 * Marks the end of the call, and returns whether this is the first time. A caller may
	 * cancel after the response.
	 */
	boolean ends() {
		return this.over.compareAndSet(false, true);
	}

	@Override
	public String toString() {
		int count = this.requests.get();
		long nanos = this.waited.get();
		return Duration.ofNanos(now() - this.start).toMillis() + " ms, " + count
				+ ((count == 1) ? " request" : " requests")
				+ ((nanos >= 0) ? ", " + Duration.ofNanos(nanos).toMillis() + " ms of waiting for the limits" : "");
	}

	/**
	 * Reads the scheduler each time, because a test may have replaced it with virtual
	 * time.
	 */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
