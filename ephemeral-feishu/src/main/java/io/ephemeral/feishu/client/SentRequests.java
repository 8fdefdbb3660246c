package io.ephemeral.feishu.client;

/**
 * Requests of one blocking call that have departed and may have had an effect. It travels
 * in the context, so that an interrupted thread knows the outcome.
 */
final class SentRequests {

	private int departed;

	private boolean over;

	/**
	 * Marks a departure.
	 * @return whether the request may leave; otherwise nobody waits for it any more
	 */
	synchronized boolean departs() {
		if (!this.over) {
			this.departed++;
		}
		return !this.over;
	}

	/** Takes back a departure, because the platform refused the request. */
	synchronized void hadNoEffect() {
		this.departed--;
	}

	/**
	 * Lets no further request leave.
	 * @return whether one that left may have had an effect
	 */
	synchronized boolean end() {
		this.over = true;
		return this.departed > 0;
	}

}
