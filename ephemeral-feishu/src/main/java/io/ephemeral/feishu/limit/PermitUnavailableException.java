package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Locale;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.RateLimited;

/**
 * Exception thrown when the limits of the platform would delay a call for longer than its
 * maximum wait, or too many calls already wait. Nothing was sent.
 */
public class PermitUnavailableException extends NotSentException implements RateLimited {

	private static final long serialVersionUID = 1L;

	private final String operation;

	private final Duration expectedWait;

	private final String limit;

	/**
	 * Creates an exception for a call that was not sent.
	 * @param operation name of the operation
	 * @param expectedWait expected wait of the call
	 * @param limit limit with the longest wait, such as
	 * {@code 40 calls in 1 s for one target}
	 * @param remedy clause with the action to take
	 */
	public PermitUnavailableException(String operation, Duration expectedWait, String limit, String remedy) {
		super(String.format(Locale.ROOT, "%s was not sent, because it would have to wait for about %.1f s (%s); %s",
				operation, expectedWait.toMillis() / 1000.0, limit, remedy));
		this.operation = operation;
		this.expectedWait = expectedWait;
		this.limit = limit;
	}

	/**
	 * Returns the operation of the call.
	 * @return a name such as {@code ephemeral.send}, or method and path of the
	 * application's own call
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * Returns the expected wait of the call, without further calls.
	 * @return an estimate
	 */
	public Duration expectedWait() {
		return this.expectedWait;
	}

	/**
	 * Returns the limit with the longest wait.
	 * @return a limit window such as {@code 40 calls in 1 s for one target}, or a refusal
	 * by the platform
	 */
	public String limit() {
		return this.limit;
	}

	@Override
	public Duration retryAfter() {
		return this.expectedWait;
	}

}
