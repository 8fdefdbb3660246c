package io.ephemeral.feishu.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often and how long a call is repeated that certainly was not carried out, or that
 * does no harm when it is carried out twice.
 *
 * @param maxAttempts most requests of one call, the first included; at least 1, which
 * repeats nothing
 * @param maxElapsed how long after the first request has left the next may leave, not
 * counting what that waits for the limits of the platform; a wait that the platform asks
 * for and that is longer fails the call at once
 */
public record RetryPolicy(int maxAttempts, Duration maxElapsed) {

	public RetryPolicy {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be at least 1");
		Assert.isTrue(!maxElapsed.isNegative(), "'maxElapsed' must not be negative");
	}

	/**
	 * Three requests within ten seconds.
	 * @return the default
	 */
	public static RetryPolicy standard() {
		return new RetryPolicy(3, Duration.ofSeconds(10));
	}

	/**
	 * One request.
	 * @return a policy that repeats nothing
	 */
	public static RetryPolicy none() {
		return new RetryPolicy(1, Duration.ZERO);
	}

}
