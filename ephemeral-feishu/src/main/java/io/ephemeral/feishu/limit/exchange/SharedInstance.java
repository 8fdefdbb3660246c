package io.ephemeral.feishu.limit.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Slots and demand of one instance for one operation, as an exchange knows them. Not
 * thread-safe.
 */
final class SharedInstance {

	private final Map<String, Integer> held = new HashMap<>();

	private final Map<String, Demand> demands = new HashMap<>();

	private long leaseUntil;

	void renew(long leaseUntil) {
		this.leaseUntil = leaseUntil;
	}

	long leaseUntil() {
		return this.leaseUntil;
	}

	void hold(String target, int calls) {
		this.held.merge(target, calls, Integer::sum);
	}

	/**
	 * Ends calls to a target.
	 * @return the number of calls that held a slot, at most the given one
	 */
	int release(String target, int calls) {
		int before = this.held.getOrDefault(target, 0);
		int released = Math.min(before, calls);
		if (before == released) {
			this.held.remove(target);
		}
		else {
			this.held.put(target, before - released);
		}
		return released;
	}

	void forEachHeld(ObjIntConsumer<String> action) {
		this.held.forEach(action::accept);
	}

	void demand(String target, Demand demand) {
		if (demand.all() > 0) {
			this.demands.put(target, demand);
		}
		else {
			this.demands.remove(target);
		}
	}

	Demand demand(String target, long now) {
		return this.demands.getOrDefault(target, Demand.NONE).at(now);
	}

	/** Returns the valid demands by target. */
	Map<String, Demand> demands(long now) {
		this.demands.values().removeIf((demand) -> demand.at(now).all() == 0);
		return this.demands;
	}

	/**
	 * Number of calls that wait for slots of a target.
	 *
	 * @param until end of validity, so that a stopped instance takes no share
	 */
	record Demand(int interactive, int bulk, long until) {

		static final Demand NONE = new Demand(0, 0, Long.MAX_VALUE);

		int all() {
			return this.interactive + this.bulk;
		}

		Demand at(long now) {
			return (now <= this.until) ? this : NONE;
		}

	}

}
