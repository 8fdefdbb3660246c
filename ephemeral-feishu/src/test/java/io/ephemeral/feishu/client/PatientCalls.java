package io.ephemeral.feishu.client;

import java.time.Duration;

/**
 * Policies of calls that may take far longer than a step of a test takes.
 */
public final class PatientCalls {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	public static final CallPolicy ONE_ATTEMPT = new CallPolicy(RetryPolicy.none(), PATIENCE, PATIENCE);

	private PatientCalls() {
	}

}
