package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Slots of one target, which this instance counts. An application may have very many, so
 * each is a single object with its windows. Not thread-safe.
 */
final class CountedTarget extends Windows implements TargetSlots {

	private final CountedSlots operation;

	private final String name;

	private Gate gate = Gate.OPEN;

	CountedTarget(CountedSlots operation, String name, List<RateWindow> limits, long headroom) {
		super(limits, headroom);
		this.operation = operation;
		this.name = name;
	}

	@Override
	public boolean mayGo(long now) {
		return !this.gate.isClosed(now) && hasRoom(now);
	}

	@Override
	public long opens(long now) {
		return Math.max(this.gate.opens(), super.opens(now));
	}

	@Override
	public void take(Turn turn) {
		this.operation.take(turn);
		hold();
		this.gate.goes(turn);
	}

	@Override
	public void giveBack(Turn turn) {
		this.operation.giveBack();
		giveBack();
	}

	@Override
	public void arrived(Turn turn, boolean answered, long now) {
		count(this.operation.arrival(turn, answered, now));
	}

	void count(long arrival) {
		arrived(this.operation.count(arrival));
	}

	/**
	 * Counts earlier calls. The operation knows their arrivals already.
	 * @param arrivals instants in ascending order
	 * @param underWay number of calls that were sent and have no response yet
	 */
	void seed(List<Long> arrivals, int underWay) {
		arrivals.forEach((arrival) -> {
			hold();
			arrived(arrival);
		});
		for (int call = 0; call < underWay; call++) {
			this.operation.hold();
			hold();
		}
	}

	/** Closes the gate for a time, because the platform refused calls before. */
	void closeFor(Duration wait, long now) {
		closableGate().close(this, wait, now);
	}

	@Override
	public boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now) {
		return (scope == RefusalScope.TARGET && !this.name.isEmpty()) ? closableGate().close(refused, retryAfter, now)
				: this.operation.close(scope, refused, retryAfter, now);
	}

	private Gate closableGate() {
		this.gate = this.gate.closable();
		return this.gate;
	}

	@Override
	public void passed(Turn turn, boolean answered) {
		this.operation.passed(turn, answered);
		this.gate.passed(turn, answered);
	}

	@Override
	public ExpectedWait expectedWait(int ahead, int aheadInAll, long now) {
		ExpectedWait wait = this.operation.expectedWait(aheadInAll, now)
			.orIfLonger(this.gate.until() - now, "a refusal by the platform", "");
		return extend(wait, ahead, " for one target", now);
	}

	@Override
	public long closedUntil() {
		return this.gate.until();
	}

	@Override
	public boolean isForgettable(long now) {
		return held() == 0 && !this.gate.isClosed(now) && isEmpty(now);
	}

	@Override
	public Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return Stream.ofNullable(this.gate.describe(now,
				(closedFor, opensIn) -> new ClosedGate(operation, tenant, RefusalScope.TARGET, closedFor, opensIn)));
	}

}
