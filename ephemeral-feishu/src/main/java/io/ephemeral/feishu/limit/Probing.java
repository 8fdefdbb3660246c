package io.ephemeral.feishu.limit;

import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import org.jspecify.annotations.Nullable;

/**
 * Call that leaves first after a refusal, until the exchange knows its end. Not
 * thread-safe.
 */
final class Probing {

	private @Nullable Turn probe;

	private @Nullable ProbeEnd end;

	void start(Turn turn) {
		this.probe = turn;
	}

	/** Marks that no call uses the slot of the probe. */
	void unused() {
		this.end = ProbeEnd.UNKNOWN;
	}

	/**
	 * Marks that the platform refused a call.
	 * @return whether the call was the probe
	 */
	boolean refused(Turn turn) {
		boolean refused = this.probe == turn;
		this.probe = refused ? null : this.probe;
		return refused;
	}

	/**
	 * Marks the end of a call.
	 * @return whether the call was the probe
	 */
	boolean passed(Turn turn, boolean answered) {
		boolean passed = refused(turn);
		if (passed) {
			this.end = answered ? ProbeEnd.ANSWERED : ProbeEnd.UNKNOWN;
		}
		return passed;
	}

	/** Returns the end of the probe once; null if there is none to report. */
	@Nullable ProbeEnd report() {
		ProbeEnd reported = this.end;
		this.end = null;
		return reported;
	}

	boolean isReported() {
		return this.end == null;
	}

	/** Forgets the end, because the exchange does not know the probe. */
	void forget() {
		this.end = null;
	}

	/** Forgets the probe, because its slot was lost. */
	void lose() {
		this.probe = null;
		this.end = null;
	}

}
