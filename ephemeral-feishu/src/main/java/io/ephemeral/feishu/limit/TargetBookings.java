package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import org.jspecify.annotations.Nullable;

/**
 * Slots that the exchange granted for one target and that no call has taken yet, and the
 * wish for more. Not thread-safe.
 */
final class TargetBookings implements Comparable<TargetBookings> {

	private final String name;

	private final SlotReports reports;

	private final TargetDemand demand;

	private final Bookings slots = new Bookings();

	private final Probing probing = new Probing();

	private final KnownGate gate = new KnownGate();

	private int givenBack;

	private long refusedAt = Long.MIN_VALUE;

	/**
	 * Creates an empty set of slots.
	 * @param number number that orders targets that may ask at the same time
	 */
	TargetBookings(String name, long number, SlotReports reports) {
		this.name = name;
		this.reports = reports;
		this.demand = new TargetDemand(number);
	}

	String name() {
		return this.name;
	}

	KnownGate gate() {
		return this.gate;
	}

	void expect(int interactive, int bulk) {
		this.demand.expect(interactive, bulk);
		giveSurplusBack();
	}

	private void giveSurplusBack() {
		while (wanted() < 0) {
			noteUnusedProbe();
			this.slots.removeLast();
			giveBack();
		}
	}

	/** Returns the number of waiting calls without a booked slot. */
	int wanted() {
		return this.demand.waiting() - this.slots.size();
	}

	/** Returns the time at which the target asks for slots. */
	long askAt() {
		return this.demand.askAt();
	}

	/** Returns the first opening; unknown if there is none. */
	long opens() {
		return this.slots.opens();
	}

	/** Takes the first slot for a call. */
	void take(Turn turn) {
		if (this.slots.isProbe()) {
			this.probing.start(turn);
		}
		this.slots.removeFirst();
	}

	/** Gives one slot back that no call uses. */
	void giveBack() {
		this.givenBack++;
		this.reports.soon();
	}

	/**
	 * Marks that the platform refused a call.
	 * @return whether the call was the probe
	 */
	boolean refused(Turn turn) {
		return this.probing.refused(turn);
	}

	/** Gives all slots back, because the platform refuses calls. */
	void dropRefused(long now) {
		this.refusedAt = now;
		drop();
	}

	private void drop() {
		this.givenBack += this.slots.size();
		noteUnusedProbe();
		this.slots.clear();
	}

	private void noteUnusedProbe() {
		if (this.slots.isProbe()) {
			this.probing.unused();
		}
	}

	/** Marks the end of a call. */
	void passed(Turn turn, boolean answered) {
		if (this.probing.passed(turn, answered)) {
			this.reports.soon();
		}
	}

	/** Forgets all slots, because the exchange may give them away. */
	void lose() {
		forget();
		this.probing.lose();
	}

	/** Forgets all slots, because the exchange does not know them. */
	void forget() {
		this.slots.clear();
		this.probing.forget();
		this.givenBack = 0;
		this.demand.reset();
	}

	/**
	 * Creates the report for a request.
	 * @param asks whether the target asks for slots
	 * @param holdsAnew whether the exchange knows no earlier slot of the instance
	 * @param heldAnew number of slots to hold anew; zero while the exchange knows them
	 * @return the report; null if there is nothing to report
	 */
	@Nullable TargetReport report(boolean asks, boolean holdsAnew, int heldAnew, List<Duration> arrivals) {
		int returned = holdsAnew ? 0 : this.givenBack;
		this.givenBack = 0;
		ProbeEnd end = this.probing.report();
		int booked = this.slots.size();
		this.demand.asks(asks ? wanted() : 0);
		if (!asks && arrivals.isEmpty() && heldAnew + returned == 0 && end == null) {
			return null;
		}
		return new TargetReport(this.name, asks ? this.demand.interactive(booked) : 0,
				asks ? this.demand.bulk(booked) : 0, returned, heldAnew, arrivals, end);
	}

	/**
	 * Books the granted slots.
	 * @param number number that moves the target behind the others
	 */
	void book(TargetGrant grant, SlotAnswer answer, long number) {
		this.gate.learn(grant.gate(), answer.receivedAt());
		for (Duration opening : grant.openings()) {
			this.slots.add(answer.receivedAt() + opening.toNanos(), grant.probe());
		}
		if (answer.sentAt() <= this.refusedAt) {
			drop();
		}
		giveSurplusBack();
		this.demand.answered(grant, answer, number);
	}

	boolean isEmpty() {
		return this.slots.size() == 0;
	}

	/** Returns whether nothing is booked, asked for or to be reported. */
	boolean isForgettable(long now) {
		return isEmpty() && this.givenBack == 0 && !this.demand.isAsking() && this.probing.isReported()
				&& now >= this.gate.until();
	}

	@Override
	public int compareTo(TargetBookings other) {
		return this.demand.compareTo(other.demand);
	}

}
