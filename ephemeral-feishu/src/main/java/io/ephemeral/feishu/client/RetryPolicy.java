package io.ephemeral.feishu.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Number and period of the attempts of a call. Only calls that were certainly not carried
 * out and idempotent calls are repeated.
 *
 * @param maxAttempts maximum number of attempts, including the first; at least 1, which
 * means no retries
 * @param maxElapsed time after the first request has left in which a retry may start;
 * zero or more. The wait of the retry for the limits of the platform does not count. If
 * the platform requires a longer wait, the call fails immediately
 */
public record RetryPolicy(int maxAttempts, Duration maxElapsed) {

	public RetryPolicy {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be at least 1");
		Assert.isTrue(!maxElapsed.isNegative(), "'maxElapsed' must not be negative");
	}

	/**
	 * Returns the default policy: three attempts within ten seconds.
	 * @return the default policy
	 */
	public static RetryPolicy standard() {
		return new RetryPolicy(3, Duration.ofSeconds(10));
	}

	/**
	 * Returns a policy without retries.
	 * @return a policy with one attempt
	 */
	public static RetryPolicy none() {
		return new RetryPolicy(1, Duration.ZERO);
	}

}
