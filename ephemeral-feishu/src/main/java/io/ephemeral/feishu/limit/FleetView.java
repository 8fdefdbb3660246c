package io.ephemeral.feishu.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.exchange.SlotGrants.RecentCalls;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * State of the operation for all instances, as the last answer of the exchange described
 * it. Not thread-safe.
 */
final class FleetView {

	private final KnownGate gate = new KnownGate();

	private final KnownGate quota = new KnownGate();

	private @Nullable Fleet fleet;

	private long receivedAt = Long.MIN_VALUE;

	/**
	 * Updates the state.
	 * @return the scope whose gate is now closed for more than a minute, and was not
	 * before; null if there is none
	 */
	@Nullable RefusalScope learn(Fleet fleet, long now) {
		this.fleet = fleet;
		this.receivedAt = now;
		boolean quotaLasts = this.quota.learn(fleet.quota(), now);
		boolean operationLasts = this.gate.learn(fleet.operation(), now);
		return quotaLasts ? RefusalScope.QUOTA : operationLasts ? RefusalScope.OPERATION : null;
	}

	KnownGate gate() {
		return this.gate;
	}

	int instances() {
		return (this.fleet != null) ? this.fleet.instances() : 1;
	}

	private int waiting() {
		return (this.fleet != null) ? this.fleet.waiting() : 0;
	}

	/**
	 * Creates the slots of one instance for the time without the exchange.
	 * @param scope calls of all instances
	 * @param log arrivals of the instance
	 * @param instances number of instances that share the limits
	 */
	CountedSlots alone(SlotScope scope, long headroom, ArrivalLog log, int instances, long now) {
		List<Long> arrivals = part(instances);
		log.since(this.receivedAt).forEach((arrival) -> arrivals.add(arrival.instant()));
		CountedSlots alone = new CountedSlots(scope.dividedBy(instances), headroom, now);
		alone.seed(arrivals.stream().sorted().toList());
		alone.closeLike(this.gate, this.quota, now);
		return alone;
	}

	/**
	 * Estimates the wait for the limits of the operation.
	 * @param ahead number of calls of this instance that go first
	 * @param opensIn nanoseconds until the next opening, if it is known
	 */
	ExpectedWait expectedWait(List<RateWindow> windows, int ahead, long opensIn, long now) {
		ExpectedWait wait = this.quota.extend(ExpectedWait.NONE, "the monthly quota", now);
		wait = this.gate.extend(wait, "a refusal by the platform", now);
		return BookedTerms.extend(wait, windows, ahead + waiting(), opensIn, " for the app");
	}

	/** Describes the closed gates of the operation and of the monthly quota. */
	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return Stream.concat(this.quota.describe(null, tenant, RefusalScope.QUOTA, now),
				this.gate.describe(operation, tenant, RefusalScope.OPERATION, now));
	}

	/**
	 * Returns the part of one instance in the history of all, rounded up.
	 * @param instances number of instances that share the limits
	 * @return arrivals, from the last one
	 */
	List<Long> part(int instances) {
		List<Long> part = new ArrayList<>();
		if (this.fleet != null) {
			RecentCalls recent = this.fleet.recent();
			int calls = recent.ages().size() * recent.callsPerAge();
			for (int call = 0; call < calls; call += instances) {
				part.add(this.receivedAt - recent.ages().get(call / recent.callsPerAge()).toNanos());
			}
		}
		return part;
	}

}
