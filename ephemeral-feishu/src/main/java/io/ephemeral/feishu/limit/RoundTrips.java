package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Durations of the calls of one operation, from which the arrival of a request is
 * estimated. Not thread-safe.
 */
final class RoundTrips {

	/**
	 * Number of first responses that are not measured, as many as calls in a full second.
	 * They may be slow because of new connections and of code that runs for the first
	 * time.
	 */
	private static final int COLD_RESPONSES = 50;

	/** With fewer samples even the fastest round trip may include a delay. */
	private static final int RESPONSES_FOR_FASTEST = 10;

	private long fastest = Long.MAX_VALUE;

	private int responses;

	/** Whether another instance measured enough responses. */
	private boolean learned;

	/**
	 * Estimates when the request of a response arrived, as the time of the response minus
	 * the fastest round trip, once that is known. The estimate may be early by the travel
	 * time of the request, but the next request needs this time too.
	 * @return an instant, not after the response
	 */
	long arrival(long sentAt, long answeredAt) {
		this.responses++;
		if (this.responses > COLD_RESPONSES) {
			this.fastest = Math.min(this.fastest, answeredAt - sentAt);
		}
		return isKnown() ? answeredAt - this.fastest : answeredAt;
	}

	private boolean isKnown() {
		return this.responses >= COLD_RESPONSES + RESPONSES_FOR_FASTEST
				|| (this.learned && this.responses > COLD_RESPONSES);
	}

	/** Learns the fastest round trip of another instance. */
	void learn(long fastest) {
		this.learned = true;
		this.fastest = Math.min(this.fastest, fastest);
	}

	/** Returns the fastest round trip; null if it is not known yet. */
	@Nullable Duration fastest() {
		return isKnown() ? Duration.ofNanos(this.fastest) : null;
	}

}
