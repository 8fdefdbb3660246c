package io.ephemeral.feishu.client;

import java.time.Duration;

/**
 * Policies of calls whose deadlines no machine misses.
 */
public final class PatientCalls {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	public static final CallPolicy ONE_ATTEMPT = new CallPolicy(RetryPolicy.none(), PATIENCE, PATIENCE);

	private PatientCalls() {
	}

}
