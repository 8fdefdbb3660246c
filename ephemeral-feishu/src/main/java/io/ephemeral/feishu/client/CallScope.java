package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.limit.Permit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;

/**
 * State of one call from its first wait to its end. The outermost filter puts it into the
 * context of the call, where the inner filters find it. It belongs to one subscription,
 * whose attempts run one after another.
 */
final class CallScope {

	private final @Nullable SentRequests sentRequests;

	private final @Nullable CallProgress progress;

	/** Time in milliseconds. Until the first departure, it is the start of the call. */
	private long firstDeparture = now();

	private boolean departed;

	private @Nullable Permit permit;

	private CallScope(@Nullable SentRequests sentRequests, @Nullable CallProgress progress) {
		this.sentRequests = sentRequests;
		this.progress = progress;
	}

	/**
	 * Creates the outermost filter, which opens a scope for each call.
	 * @param effects whether the requests of the client may have effects for the caller.
	 * Requests for a token have none
	 * @return the filter
	 */
	static ExchangeFilterFunction filter(boolean effects) {
		return (request, next) -> Mono.deferContextual((context) -> {
			boolean counted = effects && !Operations.isReading(request);
			CallScope scope = new CallScope(counted ? context.getOrDefault(SentRequests.class, null) : null,
					CallLog.isOn() ? new CallProgress() : null);
			return next.exchange(request).contextWrite(scope::addTo);
		});
	}

	/**
	 * Returns the scope of a call.
	 * @throws java.util.NoSuchElementException if the outermost filter is missing
	 */
	static CallScope of(ContextView context) {
		return context.get(CallScope.class);
	}

	private Context addTo(Context context) {
		return context.put(CallScope.class, this);
	}

	/**
	 * Measures the wait for a permit.
	 */
	<T> Mono<T> waits(Mono<T> permit) {
		return (this.progress != null) ? this.progress.waits(permit) : permit;
	}

	/**
	 * Marks the start of an attempt.
	 * @param permit permit of the first request of the attempt
	 */
	void leaves(Permit permit) {
		this.permit = permit;
		if (!this.departed) {
			this.departed = true;
			this.firstDeparture = now();
		}
	}

	/** Returns the permit of the current attempt. */
	Permit permit() {
		Assert.state(this.permit != null, "The call has no permit");
		return this.permit;
	}

	/**
	 * Returns the time since the first request left. The wait for its permit does not
	 * count; otherwise a call after a long wait would have no retries.
	 */
	Duration sinceFirstDeparture() {
		return Duration.ofMillis(now() - this.firstDeparture);
	}

	/**
	 * Returns the requests that have left, for an interrupted thread; null if no thread
	 * waits.
	 */
	@Nullable SentRequests sentRequests() {
		return this.sentRequests;
	}

	/** Returns the times and counts of the call; null if the log is off. */
	@Nullable CallProgress progress() {
		return this.progress;
	}

	/** Counts a request. */
	void requested() {
		if (this.progress != null) {
			this.progress.requested();
		}
	}

	/**
	 * Reads the scheduler each time, because a test may have replaced it with virtual
	 * time.
	 */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
	}

}
