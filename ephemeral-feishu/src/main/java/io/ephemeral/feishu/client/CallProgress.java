package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * What happens to a call until its end, for its line in the log. It travels in the
 * context of the call if that line is wanted.
 */
final class CallProgress {

	private final long start = now();

	private final AtomicInteger requests = new AtomicInteger();

	/** Nanoseconds; negative before the first wait. */
	private final AtomicLong waited = new AtomicLong(-1);

	private final AtomicBoolean over = new AtomicBoolean();

	private static @Nullable CallProgress of(ContextView context) {
		return CallLog.isOn() ? context.getOrDefault(CallProgress.class, null) : null;
	}

	/**
	 * Counts a request.
	 */
	static void requests(ContextView context) {
		CallProgress progress = of(context);
		if (progress != null) {
			progress.requests.incrementAndGet();
		}
	}

	/**
	 * Measures the wait for a permit.
	 */
	static <T> Mono<T> waits(ContextView context, Mono<T> permit) {
		CallProgress progress = of(context);
		return (progress == null) ? permit : Mono.defer(() -> {
			long since = now();
			return permit.doOnTerminate(() -> progress.waited(now() - since))
				.doOnCancel(() -> progress.waited(now() - since));
		});
	}

	private void waited(long nanos) {
		this.waited.updateAndGet((before) -> Math.max(0, before) + nanos);
	}

	/** Returns whether this is the end, since a caller may leave after an answer. */
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

	/** Asked for each time, because it may be that of virtual time. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
