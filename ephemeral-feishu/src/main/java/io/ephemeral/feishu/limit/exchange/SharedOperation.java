package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ephemeral.feishu.limit.exchange.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.exchange.SlotGrants.RecentCalls;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.Gate;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Calls of all instances of one operation in one tenant, in an exchange in memory. Not
 * thread-safe.
 */
final class SharedOperation {

	/** Time in which an instance counts, and part of the history. */
	private static final long RECENT = Duration.ofMinutes(1).toNanos();

	/** Number of entries of the history if the largest window is full. */
	private static final int ENTRIES = 20;

	private final String epoch = UUID.randomUUID().toString();

	private final OperationLimits limits;

	private final SharedCount count;

	private final Gate gate = new Gate();

	private final Gate quota;

	private final Map<String, SharedTarget> targets = new HashMap<>();

	private final Map<String, SharedInstance> instances = new HashMap<>();

	private final Map<String, Long> seen = new HashMap<>();

	private final QuietTime quiet;

	private @Nullable Duration fastest;

	private int interactiveInARow;

	SharedOperation(OperationLimits limits, Gate quota, long now) {
		this.limits = limits;
		this.count = new SharedCount(limits.app());
		this.quota = quota;
		this.quiet = new QuietTime(now);
	}

	SlotGrants exchange(SlotRequest request, long now) {
		String known = request.instance().epoch();
		boolean forgotten = known != null && !known.equals(this.epoch);
		this.quiet.serve(forgotten, request.instance().awayFor(), now);
		if (forgotten) {
			return new SlotGrants(this.epoch, true, List.of(), fleet(request, now));
		}
		SharedInstance instance = renew(request, now);
		expire(now);
		request.instance().formerIds().forEach(this::giveUp);
		request.targets().forEach((report) -> settle(instance, report, now));
		request.refusals().forEach((refusal) -> refused(request, refusal, now));
		learn(request.fastest());
		List<TargetGrant> grants = new SlotRound(this, request, instance, now).grant();
		forgetTargets(request.terms().headroom().toNanos(), now);
		return new SlotGrants(this.epoch, false, grants, fleet(request, now));
	}

	private SharedInstance renew(SlotRequest request, long now) {
		String id = request.instance().id();
		this.seen.put(id, now);
		this.seen.values().removeIf((at) -> at < now - RECENT);
		SharedInstance instance = this.instances.computeIfAbsent(id, (key) -> new SharedInstance());
		instance.renew(now + request.terms().lease().toNanos());
		return instance;
	}

	private void expire(long now) {
		List.copyOf(this.instances.entrySet()).forEach((instance) -> {
			if (instance.getValue().leaseUntil() <= now) {
				this.instances.remove(instance.getKey());
				expire(instance.getKey(), instance.getValue());
			}
		});
	}

	/**
	 * Counts the slots of a silent instance as arrived, because they may have been used.
	 */
	private void expire(String id, SharedInstance instance) {
		instance.forEachHeld((target, calls) -> {
			release(target, calls);
			for (int call = 0; call < calls; call++) {
				arrived(target, instance.leaseUntil());
			}
			probeEnded(new Probe(id, target), false);
		});
	}

	private void giveUp(String id) {
		this.seen.remove(id);
		SharedInstance former = this.instances.remove(id);
		if (former != null) {
			former.forEachHeld((target, calls) -> {
				release(target, calls);
				probeEnded(new Probe(id, target), false);
			});
		}
	}

	private void settle(SharedInstance instance, TargetReport report, long now) {
		String target = report.target();
		report.arrivals().forEach((age) -> arrived(target, now - age.toNanos()));
		release(target, instance.release(target, report.arrivals().size() + report.givenBack()));
		if (report.heldAnew() > 0) {
			hold(instance, target, report.heldAnew());
		}
	}

	private void arrived(String target, long instant) {
		this.count.arrived(instant);
		target(target).count().arrived(instant);
	}

	private void release(String target, int calls) {
		this.count.release(calls);
		target(target).count().release(calls);
	}

	void hold(SharedInstance instance, String target, int calls) {
		instance.hold(target, calls);
		this.count.hold(calls);
		target(target).count().hold(calls);
	}

	private void refused(SlotRequest request, Refusal refusal, long now) {
		Object call = refusal.probe() ? new Probe(request.instance().id(), refusal.target()) : new Object();
		gate(refusal).close(call, refusal.retryAfter(), now);
		probeEnded(call, false);
	}

	private Gate gate(Refusal refusal) {
		return switch (refusal.scope()) {
			case QUOTA -> this.quota;
			case OPERATION -> this.gate;
			case TARGET -> refusal.target().isEmpty() ? this.gate : target(refusal.target()).gate();
		};
	}

	/** Opens the gates after an answered probe, or lets another call be the probe. */
	void probeEnded(String id, TargetReport report) {
		if (report.probe() != null) {
			probeEnded(new Probe(id, report.target()), report.probe() == ProbeEnd.ANSWERED);
		}
	}

	private void probeEnded(Object probe, boolean answered) {
		this.quota.passed(probe, answered);
		this.gate.passed(probe, answered);
		this.targets.values().forEach((target) -> target.gate().passed(probe, answered));
	}

	private void learn(@Nullable Duration fastest) {
		if (fastest != null && (this.fastest == null || fastest.compareTo(this.fastest) < 0)) {
			this.fastest = fastest;
		}
	}

	private void forgetTargets(long headroom, long now) {
		this.targets.values().removeIf((target) -> target.isForgettable(headroom, now));
	}

	SharedTarget target(String name) {
		return this.targets.computeIfAbsent(name, (key) -> new SharedTarget(new SharedCount(this.limits.target())));
	}

	SharedCount count() {
		return this.count;
	}

	Gate gate() {
		return this.gate;
	}

	Gate quota() {
		return this.quota;
	}

	boolean isQuiet(long now) {
		return now < this.quiet.until();
	}

	List<SharedInstance> others(SharedInstance instance) {
		return this.instances.values().stream().filter((other) -> other != instance).toList();
	}

	int interactiveInARow() {
		return this.interactiveInARow;
	}

	void interactiveInARow(int calls) {
		this.interactiveInARow = calls;
	}

	private Fleet fleet(SlotRequest request, long now) {
		long headroom = request.terms().headroom().toNanos();
		SharedInstance own = this.instances.get(request.instance().id());
		int waiting = this.instances.values()
			.stream()
			.filter((other) -> other != own)
			.flatMap((other) -> other.demands(now).values().stream())
			.mapToInt(SharedInstance.Demand::all)
			.sum();
		int step = Math.max(1, this.limits.app().stream().mapToInt(RateWindow::calls).max().orElse(1) / ENTRIES);
		List<Duration> recent = new ArrayList<>();
		this.count.sample(step, now - RECENT).forEach((at) -> recent.add(Duration.ofNanos(Math.max(0, now - at))));
		return new Fleet(in(opens(headroom, now), now), waiting, Math.max(1, this.seen.size()),
				new RecentCalls(recent, step), this.gate.describe(now, GateState::new),
				this.quota.describe(now, GateState::new), this.fastest);
	}

	/** Returns the time at which the operation has a free slot. */
	long opens(long headroom, long now) {
		long gates = Math.max(this.gate.opens(), this.quota.opens());
		return Math.max(Math.max(this.quiet.until(), gates), this.count.opens(0, headroom, now));
	}

	/** Returns the time until an instant; null if the instant is unknown. */
	static @Nullable Duration in(long instant, long now) {
		return (instant == SlidingWindow.UNKNOWN) ? null : Duration.ofNanos(Math.max(0, instant - now));
	}

	boolean isForgettable(long lifetime, long now) {
		return now - this.quiet.servedAt() > lifetime && !this.gate.isClosed(now) && !this.quota.isClosed(now);
	}

	/** Identifies the call that leaves first after a refusal. */
	record Probe(String instance, String target) {
	}

}
