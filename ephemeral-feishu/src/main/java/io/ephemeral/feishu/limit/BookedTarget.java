package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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

	/** Orders targets that may ask at the same time. */
	private long number;

	/** Number of booked slots by the time at which they open. */
	private final TreeMap<Long, Integer> bookings = new TreeMap<>();

	/** Calls with a valid permit that did not leave yet. */
	private final Set<Turn> unsent = Collections.newSetFromMap(new IdentityHashMap<>());

	private final KnownGate gate = new KnownGate();

	private int booked;

	private int underWay;

	private int interactive;

	private int bulk;

	private int givenBack;

	/** Number of slots for which a request under way asks. */
	private int asked;

	private boolean probeBooked;

	private @Nullable Turn probe;

	private @Nullable ProbeEnd probeEnd;

	private long askAt;

	private long refusedAt = Long.MIN_VALUE;

	/** Slots of this instance while the exchange is away. */
	private @Nullable CountedTarget alone;

	BookedTarget(BookedSlots operation, String name, long number) {
		this.operation = operation;
		this.name = name;
		this.number = number;
	}

	String name() {
		return this.name;
	}

	@Override
	public void expect(int interactive, int bulk) {
		this.operation.wishes().change(this, () -> {
			this.interactive = interactive;
			this.bulk = bulk;
			giveSurplusBack();
		});
	}

	private void giveSurplusBack() {
		while (this.booked > this.interactive + this.bulk) {
			unbook(this.bookings.lastKey());
			this.givenBack++;
			this.operation.reportSoon();
		}
	}

	/** Returns the number of waiting calls without a booked slot. */
	int wanted() {
		return this.interactive + this.bulk - this.booked;
	}

	long askAt() {
		return this.askAt;
	}

	@Override
	public boolean mayGo(long now) {
		return (this.alone != null) ? this.alone.mayGo(now) : this.booked > 0 && this.bookings.firstKey() <= now;
	}

	@Override
	public long opens(long now) {
		return (this.alone != null) ? this.alone.opens(now)
				: (this.booked > 0) ? this.bookings.firstKey() : SlidingWindow.UNKNOWN;
	}

	@Override
	public void take(Turn turn) {
		if (this.alone != null) {
			this.alone.take(turn);
		}
		else {
			if (this.probeBooked) {
				this.probe = turn;
			}
			unbook(this.bookings.firstKey());
		}
		this.unsent.add(turn);
		this.operation.hold(1);
	}

	private void unbook(long opening) {
		this.bookings.computeIfPresent(opening, (key, slots) -> (slots > 1) ? slots - 1 : null);
		this.booked--;
		if (this.probeBooked && this.booked == 0) {
			this.probeBooked = false;
			this.probeEnd = (this.probe == null) ? ProbeEnd.UNKNOWN : this.probeEnd;
		}
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
		boolean probe = this.probe == refused;
		this.probe = probe ? null : this.probe;
		boolean ofTarget = scope == RefusalScope.TARGET && !this.name.isEmpty();
		if (ofTarget) {
			dropRefused(now);
		}
		this.operation.refused(new SlotRequest.Refusal(scope, this.name, retryAfter, probe), !ofTarget, now);
		return (this.alone != null) && this.alone.close(scope, refused, retryAfter, now);
	}

	/** Gives booked slots back, because the platform refuses calls. */
	void dropRefused(long now) {
		this.refusedAt = now;
		this.givenBack += this.booked;
		dropBookings();
	}

	private void dropBookings() {
		if (this.probeBooked) {
			this.probeEnd = ProbeEnd.UNKNOWN;
		}
		this.probeBooked = false;
		this.bookings.clear();
		this.booked = 0;
	}

	@Override
	public void passed(Turn turn, boolean answered) {
		if (this.probe == turn) {
			this.probe = null;
			this.probeEnd = answered ? ProbeEnd.ANSWERED : ProbeEnd.UNKNOWN;
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
		this.probe = null;
		forgetBookings();
	}

	/** Forgets the booked slots, because the exchange does not know them. */
	void forgetBookings() {
		dropBookings();
		this.probeEnd = null;
		this.givenBack = 0;
		this.askAt = 0;
		this.asked = 0;
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
		ProbeEnd end = this.probeEnd;
		this.givenBack = 0;
		this.probeEnd = null;
		this.asked = asks ? wanted() : 0;
		if (!asks && arrivals.isEmpty() && heldAnew + returned == 0 && end == null) {
			return null;
		}
		int interactive = asks ? Math.max(0, this.interactive - this.booked) : 0;
		int bulk = asks ? wanted() - interactive : 0;
		return new TargetReport(this.name, interactive, bulk, returned, heldAnew, arrivals, end);
	}

	/**
	 * Books the granted slots.
	 * @param number number that moves the target behind the others
	 */
	void book(TargetGrant grant, SlotAnswer answer, long number) {
		this.gate.learn(grant.gate(), answer.receivedAt());
		for (Duration opening : grant.openings()) {
			this.bookings.merge(answer.receivedAt() + opening.toNanos(), 1, Integer::sum);
			this.booked++;
			this.number = number;
		}
		this.probeBooked |= grant.probe() && !grant.openings().isEmpty();
		if (answer.sentAt() <= this.refusedAt) {
			this.givenBack += this.booked;
			dropBookings();
		}
		giveSurplusBack();
		askAgain(answer, grant);
		this.asked = 0;
	}

	private void askAgain(SlotAnswer answer, TargetGrant grant) {
		long wait = answer.wait(grant.opensIn());
		boolean satisfied = grant.openings().size() >= this.asked;
		this.askAt = (satisfied && wait == 0) ? 0
				: Math.max(answer.sentAt() + SlotPace.NEAR, answer.receivedAt() + wait);
	}

	/** Returns whether a slot is booked. */
	boolean isBooked() {
		return this.booked > 0;
	}

	@Override
	public ExpectedWait expectedWait(int ahead, int aheadInAll, long now) {
		if (this.alone != null) {
			return this.alone.expectedWait(ahead, aheadInAll, now);
		}
		ExpectedWait wait = this.gate.extend(this.operation.expectedWait(aheadInAll, now), "a refusal by the platform",
				now);
		return BookedTerms.extend(wait, this.operation.targetWindows(), ahead, this.askAt - now, " for one target");
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
		return held() + this.booked + this.givenBack == 0 && this.asked == 0 && this.probeEnd == null
				&& now >= this.gate.until();
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
		int order = Long.compare(this.askAt, other.askAt);
		return (order != 0) ? order : Long.compare(this.number, other.number);
	}

}
