package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.Gate;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Slots that this instance counts in windows of its own. Not thread-safe.
 */
final class CountedSlots implements Slots {

	private final OperationLimits limits;

	private final Gate quota;

	private final long headroom;

	private final Windows windows;

	private final long length;

	private final Gate gate = new Gate();

	private final RoundTrips roundTrips = new RoundTrips();

	private long lastArrival;

	/**
	 * Creates free slots.
	 * @param headroom nanoseconds that are added to each window
	 */
	CountedSlots(SlotScope scope, long headroom, long now) {
		this.limits = scope.limits();
		this.quota = scope.quota();
		this.headroom = headroom;
		this.windows = new Windows(scope.limits().app(), headroom);
		this.length = SlidingWindow.longest(scope.limits().app(), headroom);
		this.lastArrival = now;
	}

	@Override
	public CountedTarget target(String name) {
		return new CountedTarget(this, name, this.limits.target(), this.headroom);
	}

	@Override
	public boolean mayGo(long now) {
		return !this.gate.isClosed(now) && !this.quota.isClosed(now) && this.windows.hasRoom(now);
	}

	@Override
	public long opens(long now) {
		return Math.max(this.windows.opens(now), Math.max(this.quota.opens(), this.gate.opens()));
	}

	/**
	 * Counts earlier arrivals.
	 * @param arrivals instants in ascending order
	 */
	void seed(List<Long> arrivals) {
		arrivals.forEach((arrival) -> {
			hold();
			this.windows.arrived(arrival);
		});
	}

	void hold() {
		this.windows.hold();
	}

	void take(Turn turn) {
		hold();
		this.quota.goes(turn);
		this.gate.goes(turn);
	}

	void giveBack() {
		this.windows.giveBack();
	}

	/** Estimates the arrival of a request. */
	long arrival(Turn turn, boolean answered, long now) {
		return answered ? this.roundTrips.arrival(turn.sentAt(), now) : now;
	}

	/**
	 * Counts a request from its arrival.
	 * @return the arrival, not before that of earlier calls
	 */
	long count(long arrival) {
		this.lastArrival = Math.max(this.lastArrival, arrival);
		this.windows.arrived(this.lastArrival);
		return this.lastArrival;
	}

	boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now) {
		return ((scope == RefusalScope.QUOTA) ? this.quota : this.gate).close(refused, retryAfter, now);
	}

	/** Closes the gates as long as those of the exchange. */
	void closeLike(KnownGate operation, KnownGate quota, long now) {
		close(this.gate, operation, now);
		close(this.quota, quota, now);
	}

	private void close(Gate gate, KnownGate known, long now) {
		if (known.until() > now) {
			gate.close(this, Duration.ofNanos(known.until() - now), now);
		}
	}

	void passed(Turn turn, boolean answered) {
		this.quota.passed(turn, answered);
		this.gate.passed(turn, answered);
	}

	ExpectedWait expectedWait(int ahead, long now) {
		ExpectedWait wait = ExpectedWait.NONE.orIfLonger(this.quota.until() - now, "the monthly quota", "")
			.orIfLonger(this.gate.until() - now, "a refusal by the platform", "");
		return this.windows.extend(wait, ahead, " for the app", now);
	}

	@Override
	public int held() {
		return this.windows.held();
	}

	@Override
	public long lastArrival() {
		return this.lastArrival;
	}

	@Override
	public long length() {
		return this.length;
	}

	@Override
	public long closedUntil() {
		return this.gate.until();
	}

	@Override
	public boolean isForgettable(long now) {
		return this.windows.held() == 0 && now >= this.lastArrival + this.length && !this.gate.isClosed(now);
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return Stream.ofNullable(this.gate.describe(now,
				(closedFor, opensIn) -> new ClosedGate(operation, tenant, RefusalScope.OPERATION, closedFor, opensIn)));
	}

	@Override
	public List<WindowUse> use(long now) {
		return this.windows.use(now);
	}

}
