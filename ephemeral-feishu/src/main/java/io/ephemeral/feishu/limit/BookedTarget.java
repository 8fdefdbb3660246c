package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.SlotRequest.TargetReport;
import org.jspecify.annotations.Nullable;

/**
 * Slots of one target that an exchange grants. A booked slot belongs to the target; the
 * call that is first when it opens takes it. Not thread-safe.
 */
final class BookedTarget implements TargetSlots, Comparable<BookedTarget> {

	private final BookedSlots operation;

	private final String name;

	private final TargetDemand demand;

	private final Bookings bookings = new Bookings();

	private final Probing probing = new Probing();

	/** Calls with a valid permit that did not leave yet. */
	private final Set<Turn> unsent = Collections.newSetFromMap(new IdentityHashMap<>());

	private final KnownGate gate = new KnownGate();

	private int underWay;

	private int givenBack;

	private long refusedAt = Long.MIN_VALUE;

	/** Slots of this instance while the exchange is away. */
	private @Nullable CountedTarget alone;

	BookedTarget(BookedSlots operation, String name, long number) {
		this.operation = operation;
		this.name = name;
		this.demand = new TargetDemand(number);
	}

	String name() {
		return this.name;
	}

	@Override
	public void expect(int interactive, int bulk) {
		this.operation.wishes().change(this, () -> {
			this.demand.expect(interactive, bulk);
			giveSurplusBack();
		});
	}

	private void giveSurplusBack() {
		while (wanted() < 0) {
			noteUnusedProbe();
			this.bookings.removeLast();
			this.givenBack++;
			this.operation.reportSoon();
		}
	}

	/** Returns the number of waiting calls without a booked slot. */
	int wanted() {
		return this.demand.waiting() - this.bookings.size();
	}

	TargetDemand demand() {
		return this.demand;
	}

	@Override
	public boolean mayGo(long now) {
		return (this.alone != null) ? this.alone.mayGo(now) : this.bookings.opens() <= now;
	}

	@Override
	public long opens(long now) {
		return (this.alone != null) ? this.alone.opens(now) : this.bookings.opens();
	}

	@Override
	public void take(Turn turn) {
		if (this.alone != null) {
			this.alone.take(turn);
		}
		else {
			if (this.bookings.isProbe()) {
				this.probing.start(turn);
			}
			this.bookings.removeFirst();
		}
		this.unsent.add(turn);
		this.operation.hold(1);
	}

	@Override
	public boolean leave(Turn turn, long now) {
		if (!this.operation.mayLeave(now) || !this.unsent.remove(turn)) {
			return false;
		}
		this.underWay++;
		return true;
	}

	@Override
	public void giveBack(Turn turn) {
		if (this.unsent.remove(turn)) {
			this.operation.hold(-1);
			if (this.alone != null) {
				this.alone.giveBack(turn);
			}
			else {
				this.givenBack++;
				this.operation.reportSoon();
			}
		}
	}

	@Override
	public void arrived(Turn turn, boolean answered, long now) {
		this.underWay--;
		this.operation.hold(-1);
		long arrival = this.operation.arrived(this.name, turn, answered, now);
		if (this.alone != null) {
			this.alone.count(arrival);
		}
	}

	@Override
	public boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now) {
		boolean probe = this.probing.refused(refused);
		boolean ofTarget = scope == RefusalScope.TARGET && !this.name.isEmpty();
		if (ofTarget) {
			this.operation.wishes().change(this, () -> dropRefused(now));
		}
		this.operation.refused(new SlotRequest.Refusal(scope, this.name, retryAfter, probe), !ofTarget, now);
		return (this.alone != null) && this.alone.close(scope, refused, retryAfter, now);
	}

	/** Gives booked slots back, because the platform refuses calls. */
	void dropRefused(long now) {
		this.refusedAt = now;
		this.givenBack += this.bookings.size();
		dropBookings();
	}

	private void dropBookings() {
		noteUnusedProbe();
		this.bookings.clear();
	}

	private void noteUnusedProbe() {
		if (this.bookings.isProbe()) {
			this.probing.unused();
		}
	}

	@Override
	public void passed(Turn turn, boolean answered) {
		if (this.probing.passed(turn, answered)) {
			this.operation.reportSoon();
		}
		if (this.alone != null) {
			this.alone.passed(turn, answered);
		}
	}

	/**
	 * Forgets all slots that no request has used, because the exchange may give them
	 * away.
	 */
	void lose() {
		this.operation.hold(-this.unsent.size());
		this.unsent.clear();
		forgetBookings();
		this.probing.lose();
	}

	/** Forgets the booked slots, because the exchange does not know them. */
	void forgetBookings() {
		this.bookings.clear();
		this.probing.forget();
		this.givenBack = 0;
		this.demand.reset();
	}

	/**
	 * Continues without the exchange.
	 * @param arrivals earlier arrivals at all targets that may still count
	 */
	void leaveExchange(CountedSlots alone, List<ArrivalLog.Arrival> arrivals, long now) {
		List<Long> own = arrivals.stream()
			.filter((arrival) -> arrival.target().equals(this.name))
			.map(ArrivalLog.Arrival::instant)
			.toList();
		this.alone = alone.target(this.name);
		this.alone.seed(own, this.underWay);
		if (this.gate.until() > now) {
			this.alone.closeFor(Duration.ofNanos(this.gate.until() - now), now);
		}
	}

	/** Continues with the exchange. */
	void rejoinExchange() {
		this.alone = null;
		forgetBookings();
	}

	/**
	 * Creates the report for a request.
	 * @param asks whether the target asks for slots
	 * @return the report; null if there is nothing to report
	 */
	@Nullable TargetReport report(boolean asks, boolean holdsAnew, List<Duration> arrivals) {
		int heldAnew = holdsAnew ? this.unsent.size() + this.underWay : 0;
		int returned = holdsAnew ? 0 : this.givenBack;
		this.givenBack = 0;
		ProbeEnd end = this.probing.report();
		int booked = this.bookings.size();
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
			this.bookings.add(answer.receivedAt() + opening.toNanos(), grant.probe());
		}
		if (answer.sentAt() <= this.refusedAt) {
			this.givenBack += this.bookings.size();
			dropBookings();
		}
		giveSurplusBack();
		this.demand.answered(grant, answer, number);
	}

	/** Returns whether a slot is booked. */
	boolean isBooked() {
		return this.bookings.size() > 0;
	}

	@Override
	public ExpectedWait expectedWait(int ahead, int aheadInAll, long now) {
		if (this.alone != null) {
			return this.alone.expectedWait(ahead, aheadInAll, now);
		}
		ExpectedWait wait = this.gate.extend(this.operation.expectedWait(aheadInAll, now), "a refusal by the platform",
				now);
		return BookedTerms.extend(wait, this.operation.targetWindows(), ahead, this.demand.askAt() - now,
				" for one target");
	}

	@Override
	public int held() {
		return this.unsent.size() + this.underWay;
	}

	@Override
	public long closedUntil() {
		return this.gate.until();
	}

	@Override
	public boolean isForgettable(long now) {
		return held() + this.bookings.size() + this.givenBack == 0 && !this.demand.isAsking()
				&& this.probing.isReported() && now >= this.gate.until();
	}

	@Override
	public void forget() {
		this.operation.forget(this);
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return (this.alone != null) ? this.alone.closedGates(operation, tenant, now)
				: this.gate.describe(operation, tenant, RefusalScope.TARGET, now);
	}

	@Override
	public List<WindowUse> use(long now) {
		return this.operation.use(this.operation.targetWindows(), this.name, held(), now);
	}

	@Override
	public int compareTo(BookedTarget other) {
		return this.demand.compareTo(other.demand);
	}

}
