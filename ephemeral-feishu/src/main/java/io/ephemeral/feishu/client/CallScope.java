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
 * context of the call, where the filters further in find it. It belongs to one
 * subscription, whose attempts follow each other.
 */
final class CallScope {

	private final @Nullable SentRequests sentRequests;

	private final @Nullable CallProgress progress;

	/** Milliseconds. Until the first departure, the beginning of the call. */
	private long firstDeparture = now();

	private boolean departed;

	private @Nullable Permit permit;

	private CallScope(@Nullable SentRequests sentRequests, @Nullable CallProgress progress) {
		this.sentRequests = sentRequests;
		this.progress = progress;
	}

	/**
	 * Creates the outermost filter, which opens a scope for each call.
	 * @param effects whether a caller waits for the requests of the client; a request for
	 * a token, which many callers share, has no effect that one of them could report
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
	 * Marks that an attempt may leave.
	 * @param permit permit of its first request
	 */
	void leaves(Permit permit) {
		this.permit = permit;
		if (!this.departed) {
			this.departed = true;
			this.firstDeparture = now();
		}
	}

	/** Returns the permit of the attempt that is under way. */
	Permit permit() {
		Assert.state(this.permit != null, "The call has no permit");
		return this.permit;
	}

	/**
	 * Returns the time since the first request left. The wait for its permit does not
	 * count, since a call that waited long would not be repeated at all.
	 */
	Duration sinceFirstDeparture() {
		return Duration.ofMillis(now() - this.firstDeparture);
	}

	/**
	 * Returns the requests that have left, for an interrupted thread; null if none waits.
	 */
	@Nullable SentRequests sentRequests() {
		return this.sentRequests;
	}

	/** Returns the content of the call's log line; null while this log is off. */
	@Nullable CallProgress progress() {
		return this.progress;
	}

	/** Counts a request. */
	void requested() {
		if (this.progress != null) {
			this.progress.requested();
		}
	}

	/** Asked for each time, because it may be that of virtual time. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
	}

}
