package io.ephemeral.feishu.callback;

import io.micrometer.observation.Observation;

/**
 * Context of an observation of work of the application.
 */
abstract class WorkObservationContext extends Observation.Context {

	private volatile String outcome = "none";

	WorkObservationContext() {
	}

	/**
	 * Returns the outcome of the work.
	 * @return value of the key {@code outcome}; {@code none} until the end
	 */
	public String outcome() {
		return this.outcome;
	}

	void end(String outcome) {
		this.outcome = outcome;
	}

}
