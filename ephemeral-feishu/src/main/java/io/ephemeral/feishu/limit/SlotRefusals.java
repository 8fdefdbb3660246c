package io.ephemeral.feishu.limit;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;

/**
 * Refusals of the platform that the exchange does not know yet. Not thread-safe.
 */
final class SlotRefusals {

	private final List<Refusal> unreported = new ArrayList<>();

	private final List<Refusal> underWay = new ArrayList<>();

	void add(Refusal refusal) {
		this.unreported.add(refusal);
	}

	List<Refusal> report() {
		this.underWay.addAll(this.unreported);
		this.unreported.clear();
		return List.copyOf(this.underWay);
	}

	void confirm() {
		this.underWay.clear();
	}

	/** Marks that the exchange may not know the last report. */
	void repeat() {
		this.unreported.addAll(0, this.underWay);
		this.underWay.clear();
	}

}
