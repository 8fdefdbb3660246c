package io.ephemeral.feishu.limit;

import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.window.SlotPace;

/**
 * Waiting calls of a target, and the time at which it asks the exchange for slots. Not
 * thread-safe.
 */
final class TargetDemand {

	private int interactive;

	private int bulk;

	/** Number of slots for which a request under way asks. */
	private int asked;

	private long askAt;

	/** Orders targets that may ask at the same time. */
	private long number;

	TargetDemand(long number) {
		this.number = number;
	}

	void expect(int interactive, int bulk) {
		this.interactive = interactive;
		this.bulk = bulk;
	}

	int waiting() {
		return this.interactive + this.bulk;
	}

	/** Returns the number of interactive calls without a booked slot. */
	int interactive(int booked) {
		return Math.max(0, this.interactive - booked);
	}

	/** Returns the number of bulk calls without a booked slot. */
	int bulk(int booked) {
		return waiting() - booked - interactive(booked);
	}

	long askAt() {
		return this.askAt;
	}

	void asks(int slots) {
		this.asked = slots;
	}

	boolean isAsking() {
		return this.asked > 0;
	}

	/**
	 * Sets the time of the next request after an answer.
	 * @param number number that moves the target behind the others
	 */
	void answered(TargetGrant grant, SlotAnswer answer, long number) {
		long wait = answer.wait(grant.opensIn());
		boolean satisfied = grant.openings().size() >= this.asked;
		this.askAt = (satisfied && wait == 0) ? 0
				: Math.max(answer.sentAt() + SlotPace.NEAR, answer.receivedAt() + wait);
		this.asked = 0;
		if (!grant.openings().isEmpty()) {
			this.number = number;
		}
	}

	/** Lets the target ask at once. */
	void reset() {
		this.askAt = 0;
		this.asked = 0;
	}

	int compareTo(TargetDemand other) {
		int order = Long.compare(this.askAt, other.askAt);
		return (order != 0) ? order : Long.compare(this.number, other.number);
	}

}
