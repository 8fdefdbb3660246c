package io.ephemeral.feishu.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Times of a {@link LongConnection}.
 *
 * @param pingInterval time between pings; null, or longer than that of the platform, for
 * that of the platform
 * @param pongTimeout time after a ping in which the platform must respond; at most the
 * time between pings counts
 * @param connectTimeout maximum time for the response with the address, and for the
 * handshake
 */
public record LongConnectionOptions(@Nullable Duration pingInterval, Duration pongTimeout, Duration connectTimeout) {

	private static final LongConnectionOptions STANDARD = new LongConnectionOptions(null, Duration.ofSeconds(15),
			Duration.ofSeconds(10));

	public LongConnectionOptions {
		Assert.isTrue(pingInterval == null || pingInterval.compareTo(Duration.ofSeconds(1)) >= 0,
				"The time between pings must be at least 1 second");
		Assert.isTrue(pongTimeout.compareTo(Duration.ZERO) > 0, "The time for a pong must be positive");
		Assert.isTrue(connectTimeout.compareTo(Duration.ZERO) > 0, "The time to connect must be positive");
	}

	/**
	 * Returns the standard times.
	 * @return the platform's time between pings, 15 seconds for a pong, 10 seconds to
	 * connect
	 */
	public static LongConnectionOptions standard() {
		return STANDARD;
	}

}
