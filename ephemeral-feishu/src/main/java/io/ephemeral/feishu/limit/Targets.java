package io.ephemeral.feishu.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Targets of one operation with recent calls. A target without calls stays until its
 * windows are empty. Not thread-safe.
 */
final class Targets {

	private final Slots slots;

	private final long length;

	private final Map<String, Target> targets = new HashMap<>();

	/** Targets without calls, in the order of their removal. */
	private final Deque<Target> idle = new ArrayDeque<>();

	/**
	 * Creates an empty set of targets.
	 * @param length length of the longest window of a target
	 */
	Targets(Slots slots, long length) {
		this.slots = slots;
		this.length = length;
	}

	/** Returns a target, and creates it if necessary. */
	Target target(@Nullable String name) {
		String key = (name != null) ? name : "";
		Target target = this.targets.get(key);
		return (target != null) ? target : create(key);
	}

	private Target create(String name) {
		Target target = new Target(name, this.slots.target(name));
		this.targets.put(name, target);
		return target;
	}

	/** Returns a target; null if it is not present. */
	@Nullable Target find(String name) {
		return this.targets.get(name);
	}

	/** Adds a target to the idle targets, if it has no calls. */
	void rest(Target target) {
		if (target.isIdle() && target.idleUntil() == SlidingWindow.UNKNOWN) {
			target.idleUntil(restUntil());
			this.idle.addLast(target);
		}
	}

	/** Returns the time until which a target without calls stays. */
	long restUntil() {
		return this.slots.lastArrival() + this.length;
	}

	/**
	 * Removes targets without calls for the length of their windows.
	 * @param most maximum number of targets to check
	 */
	void forgetIdle(long now, int most) {
		for (int i = Math.min(most, this.idle.size()); i > 0 && this.idle.getFirst().idleUntil() <= now; i--) {
			Target target = this.idle.removeFirst();
			target.idleUntil(SlidingWindow.UNKNOWN);
			if (target.isForgettable(now)) {
				forget(target);
			}
			else {
				rest(target);
			}
		}
	}

	private void forget(Target target) {
		// A call whose slot was lost may end after its target was forgotten and created
		// again.
		this.targets.remove(target.name(), target);
		target.slots().forget();
	}

	boolean isEmpty() {
		return this.targets.isEmpty();
	}

	int size() {
		return this.targets.size();
	}

	/**
	 * Returns the end of the last wait after a refusal; a past instant if there is none.
	 */
	long closedUntil() {
		return this.targets.values().stream().mapToLong((target) -> target.slots().closedUntil()).max().orElse(0);
	}

	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return this.targets.values().stream().flatMap((target) -> target.slots().closedGates(operation, tenant, now));
	}

	/** Describes the use of each window in the target that uses it most. */
	List<WindowUse> fullest(List<RateWindow> windows, long now) {
		return IntStream.range(0, windows.size())
			.mapToObj((window) -> new WindowUse(windows.get(window), mostUsed(window, now)))
			.toList();
	}

	private int mostUsed(int window, long now) {
		return this.targets.values()
			.stream()
			.mapToInt((target) -> target.slots().use(now).get(window).used())
			.max()
			.orElse(0);
	}

}
