package io.ephemeral.feishu.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Attempts and deadlines of a call.
 *
 * @param retries number and period of the attempts
 * @param acquireTimeout maximum time until a request leaves; positive. It includes the
 * wait for a place in the connection pool, the connection and the TLS handshake. The
 * request is never sent afterwards
 * @param responseTimeout maximum time from the departure of a request to the end of its
 * response, including the body; positive. The outcome is unknown afterwards
 */
public record CallPolicy(RetryPolicy retries, Duration acquireTimeout, Duration responseTimeout) {

	private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	public CallPolicy {
		Assert.isTrue(acquireTimeout.compareTo(Duration.ZERO) > 0, "'acquireTimeout' must be positive");
		Assert.isTrue(responseTimeout.compareTo(Duration.ZERO) > 0, "'responseTimeout' must be positive");
	}

	/**
	 * Returns the default policy: the standard attempts, ten seconds until departure and
	 * ten seconds for the response.
	 * @return the default policy
	 */
	public static CallPolicy standard() {
		return new CallPolicy(RetryPolicy.standard(), ACQUIRE_TIMEOUT, RESPONSE_TIMEOUT);
	}

	/**
	 * Sets the number and period of the attempts.
	 * @param retries number and period of the attempts
	 * @return the policy with those attempts
	 */
	public CallPolicy retries(RetryPolicy retries) {
		return new CallPolicy(retries, this.acquireTimeout, this.responseTimeout);
	}

}
