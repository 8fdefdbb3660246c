package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Slots of one target that an exchange grants. A booked slot belongs to the target; when
 * it opens, the first call in the queue takes it. Not thread-safe.
 */
final class BookedTarget implements TargetSlots {

	private final BookedSlots operation;

	private final String name;

	private final TargetBookings bookings;

	/** Calls with a valid permit that have not left yet. */
	private final Set<Turn> unsent = Collections.newSetFromMap(new IdentityHashMap<>());

	private int underWay;

	/** Slots of this instance while the exchange is unavailable. */
	private @Nullable CountedTarget alone;

	BookedTarget(BookedSlots operation, TargetBookings bookings) {
		this.operation = operation;
		this.name = bookings.name();
		this.bookings = bookings;
	}

	String name() {
		return this.name;
	}

	TargetBookings bookings() {
		return this.bookings;
	}

	@Override
	public void expect(int interactive, int bulk) {
		this.operation.targets().wishes().change(this.bookings, () -> this.bookings.expect(interactive, bulk));
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
			this.bookings.take(turn);
		}
		this.unsent.add(turn);
		this.operation.targets().hold(1);
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
			this.operation.targets().hold(-1);
			if (this.alone != null) {
				this.alone.giveBack(turn);
			}
			else {
				this.bookings.giveBack();
			}
		}
	}

	@Override
	public void arrived(Turn turn, boolean answered, long now) {
		this.underWay--;
		this.operation.targets().hold(-1);
		long arrival = this.operation.reports().arrived(this.name, turn, answered, now);
		if (this.alone != null) {
			this.alone.count(arrival);
		}
	}

	@Override
	public boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now) {
		boolean probe = this.bookings.refused(refused);
		boolean ofTarget = scope == RefusalScope.TARGET && !this.name.isEmpty();
		if (ofTarget) {
			dropRefused(now);
		}
		else {
			this.operation.targets().dropRefused(now);
		}
		this.operation.reports().refused(new SlotRequest.Refusal(scope, this.name, retryAfter, probe));
		return (this.alone != null) && this.alone.close(scope, refused, retryAfter, now);
	}

	/** Gives booked slots back, because the platform refuses calls. */
	void dropRefused(long now) {
		this.operation.targets().wishes().change(this.bookings, () -> this.bookings.dropRefused(now));
	}

	@Override
	public void passed(Turn turn, boolean answered) {
		this.bookings.passed(turn, answered);
		if (this.alone != null) {
			this.alone.passed(turn, answered);
		}
	}

	/**
	 * Forgets all slots that no request has used, because the exchange may grant them to
	 * other instances.
	 */
	void lose() {
		this.operation.targets().hold(-this.unsent.size());
		this.unsent.clear();
		this.bookings.lose();
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
		long until = closedUntil();
		if (until > now) {
			this.alone.closeFor(Duration.ofNanos(until - now), now);
		}
	}

	/** Continues with the exchange. */
	void rejoinExchange() {
		this.alone = null;
		this.bookings.forget();
	}

	/**
	 * Creates the report for a request.
	 * @param asks whether the target asks for slots
	 * @return the report; null if there is nothing to report
	 */
	@Nullable TargetReport report(boolean asks, boolean holdsAnew, List<Duration> arrivals) {
		return this.bookings.report(asks, holdsAnew, holdsAnew ? held() : 0, arrivals);
	}

	@Override
	public ExpectedWait expectedWait(int ahead, int aheadInAll, long now) {
		if (this.alone != null) {
			return this.alone.expectedWait(ahead, aheadInAll, now);
		}
		ExpectedWait wait = this.bookings.gate()
			.extend(this.operation.expectedWait(aheadInAll, now), "a refusal by the platform", now);
		return BookedTerms.extend(wait, this.operation.targetWindows(), ahead, this.bookings.askAt() - now,
				" for one target");
	}

	@Override
	public int held() {
		return this.unsent.size() + this.underWay;
	}

	@Override
	public long closedUntil() {
		return this.bookings.gate().until();
	}

	@Override
	public boolean isForgettable(long now) {
		return held() == 0 && this.bookings.isForgettable(now) && (this.alone == null || this.alone.isForgettable(now));
	}

	@Override
	public void forget() {
		this.operation.targets().forget(this);
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return (this.alone != null) ? this.alone.closedGates(operation, tenant, now)
				: this.bookings.gate().describe(operation, tenant, RefusalScope.TARGET, now);
	}

	@Override
	public List<WindowUse> use(long now) {
		return this.operation.reports().log().use(this.operation.targetWindows(), this.name, held(), now);
	}

}
