package io.ephemeral.feishu.connection;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Waits between connections. They are random, so that the instances of an application do
 * not connect at the same time.
 */
final class ReconnectPolicy {

	private static final Duration LEAST = Duration.ofSeconds(1);

	/** 2 to this power of the least wait is longer than any wait. */
	private static final int MOST_DOUBLINGS = 10;

	private final Duration stable;

	private final LongUnaryOperator random;

	/** Number of connections in a row that failed or were short. */
	private int failures;

	/**
	 * Creates a policy.
	 * @param stable shortest life of a connection after which the waits start again from
	 * the first
	 * @param random source of random numbers from 0 to a bound, which it leaves out
	 */
	ReconnectPolicy(Duration stable, LongUnaryOperator random) {
		this.stable = stable;
		this.random = random;
	}

	/**
	 * Returns the wait after a connection or an attempt.
	 * @param end how it ended
	 * @param settings settings of the platform
	 */
	Duration waitAfter(ConnectionEnd end, ConnectionSettings settings) {
		if (end.isRefusal()) {
			return settings.reconnectInterval();
		}
		this.failures = (end.life().compareTo(this.stable) >= 0) ? 0 : this.failures + 1;
		if (end.wasConnected() && this.failures <= 1) {
			return end.isClean() ? Duration.ZERO : upTo(settings.reconnectSpread());
		}
		Duration doubled = LEAST.multipliedBy(1L << Math.min(this.failures, MOST_DOUBLINGS));
		Duration longest = settings.reconnectInterval();
		return LEAST.plus(upTo(((doubled.compareTo(longest) < 0) ? doubled : longest).minus(LEAST)));
	}

	private Duration upTo(Duration longest) {
		return Duration.ofMillis(this.random.applyAsLong(Math.max(0, longest.toMillis()) + 1));
	}

}
