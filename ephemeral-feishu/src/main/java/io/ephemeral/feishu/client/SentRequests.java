package io.ephemeral.feishu.client;

/**
 * Requests of one blocking call that have departed and may have had an effect. The object
 * is in the context of the call, so that an interrupted thread can read the outcome.
 */
final class SentRequests {

	private int departed;

	private boolean over;

	/**
	 * Marks a departure.
	 * @return whether the request may leave; false after the end of the wait
	 */
	synchronized boolean departs() {
		if (!this.over) {
			this.departed++;
		}
		return !this.over;
	}

	/** Removes a departure, because the request certainly had no effect. */
	synchronized void hadNoEffect() {
		this.departed--;
	}

	/**
	 * Ends the wait, so that no more requests leave.
	 * @return whether a request that left may have had an effect
	 */
	synchronized boolean end() {
		this.over = true;
		return this.departed > 0;
	}

}
