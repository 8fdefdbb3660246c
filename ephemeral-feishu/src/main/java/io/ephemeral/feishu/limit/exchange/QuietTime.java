package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;

/**
 * Time in which an exchange grants nothing, because an instance may have sent calls that
 * the exchange does not know. Not thread-safe.
 */
final class QuietTime {

	/** Time in which all instances report what they sent without the exchange. */
	private static final long LENGTH = Duration.ofMillis(2200).toNanos();

	/** Longest pause between two requests of an exchange that is in use. */
	private static final long IN_SERVICE = Duration.ofMillis(300).toNanos();

	private long until;

	private long servedSince;

	private long servedAt;

	QuietTime(long now) {
		this.until = now;
		this.servedSince = now;
		this.servedAt = now;
	}

	/**
	 * Notices a request.
	 * @param forgotten whether the exchange lost its state since the last request
	 * @param awayFor time in which the instance did not reach the exchange
	 */
	void serve(boolean forgotten, Duration awayFor, long now) {
		if (now - this.servedAt > IN_SERVICE) {
			this.servedSince = now;
		}
		this.servedAt = now;
		if (forgotten || this.servedSince > now - awayFor.toNanos()) {
			this.until = Math.max(this.until, now + LENGTH);
		}
	}

	long until() {
		return this.until;
	}

	/** Returns the time of the last request. */
	long servedAt() {
		return this.servedAt;
	}

}
