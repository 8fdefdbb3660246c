package io.ephemeral.feishu.limit;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.limit.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.SlotGrants.RecentCalls;
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

	KnownGate quota() {
		return this.quota;
	}

	long receivedAt() {
		return this.receivedAt;
	}

	int instances() {
		return (this.fleet != null) ? this.fleet.instances() : 1;
	}

	int waiting() {
		return (this.fleet != null) ? this.fleet.waiting() : 0;
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
