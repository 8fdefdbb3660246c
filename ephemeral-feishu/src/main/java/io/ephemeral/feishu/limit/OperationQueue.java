package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.LimitUse.WindowUse;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * Queue of the calls of one operation of the app in one tenant. Targets with waiting
 * calls take turns. Blocked targets are ordered by the time at which they may continue.
 * Not thread-safe.
 */
final class OperationQueue {

	/** Number of interactive calls between two bulk calls while both priorities wait. */
	private static final int INTERACTIVE_IN_A_ROW = 9;

	private final OperationLimits limits;

	private final Gate quota;

	private final long headroom;

	private final Windows windows;

	private final long targetLength;

	private final RoundTrips roundTrips = new RoundTrips();

	private final Map<String, TargetQueue> targets = new HashMap<>();

	private final Set<TargetQueue> readyInteractive = new LinkedHashSet<>();

	private final Set<TargetQueue> readyBulk = new LinkedHashSet<>();

	private final TreeSet<TargetQueue> blocked = new TreeSet<>();

	private final TreeSet<Turn> deadlines = new TreeSet<>();

	/** Idle targets, in the order of their removal. */
	private final Deque<TargetQueue> idle = new ArrayDeque<>();

	private @Nullable Gate gate;

	private long targetsCreated;

	private int targetsWaiting;

	private int waitingInteractive;

	private int interactiveInARow;

	private int held;

	private long lastArrival;

	private @Nullable Disposable timer;

	private long timerAt = SlidingWindow.UNKNOWN;

	OperationQueue(OperationLimits limits, Gate quota, long headroom, long now) {
		this.limits = limits;
		this.quota = quota;
		this.headroom = headroom;
		this.windows = new Windows(limits.app(), headroom);
		this.targetLength = Windows.longest(limits.target(), headroom);
		this.lastArrival = now;
	}

	Gate quota() {
		return this.quota;
	}

	int waiting() {
		return this.deadlines.size();
	}

	TargetQueue target(@Nullable String name) {
		return this.targets.computeIfAbsent((name != null) ? name : "",
				(key) -> new TargetQueue(key, this.targetsCreated++, this.limits.target(), this.headroom));
	}

	private boolean mayGo(long now) {
		return (this.gate == null || !this.gate.isClosed(now)) && !this.quota.isClosed(now)
				&& this.windows.hasRoom(now);
	}

	private long opens(long now) {
		long opens = Math.max(this.windows.opens(now), this.quota.opens());
		return (this.gate != null) ? Math.max(opens, this.gate.opens()) : opens;
	}

	/**
	 * Grants a permit to a new call, if the limits permit it. The caller dispatches
	 * waiting calls before.
	 */
	boolean goesAtOnce(Turn turn, TargetQueue target, long now) {
		if (!mayGo(now) || !target.mayGo(now)) {
			return false;
		}
		go(turn, target);
		return true;
	}

	private void go(Turn turn, TargetQueue target) {
		this.held++;
		this.windows.hold();
		target.hold();
		goesFirst(this.quota, turn);
		goesFirst(this.gate, turn);
		goesFirst(target.gate(), turn);
		turn.holds(this, target);
	}

	/**
	 * Marks that a call leaves through a gate. The first call after a wait is the probe.
	 */
	private static void goesFirst(@Nullable Gate gate, Turn turn) {
		if (gate != null) {
			gate.goes(turn);
		}
	}

	void add(Turn turn, TargetQueue target) {
		if (target.isEmpty()) {
			this.targetsWaiting++;
		}
		target.add(turn);
		this.deadlines.add(turn);
		if (turn.request().priority() == CallPriority.INTERACTIVE) {
			this.waitingInteractive++;
		}
		if (target.state() == TargetQueue.State.EMPTY || target.state() == TargetQueue.State.READY) {
			ready(target);
		}
	}

	void remove(Turn turn) {
		TargetQueue target = turn.target();
		CallPriority priority = turn.request().priority();
		target.remove(turn);
		this.deadlines.remove(turn);
		if (priority == CallPriority.INTERACTIVE) {
			this.waitingInteractive--;
		}
		if (target.waiting(priority) == 0) {
			ready(priority).remove(target);
		}
		if (target.isEmpty()) {
			this.targetsWaiting--;
			unblock(target);
			target.state(TargetQueue.State.EMPTY);
			rest(target);
		}
	}

	private Set<TargetQueue> ready(CallPriority priority) {
		return (priority == CallPriority.BULK) ? this.readyBulk : this.readyInteractive;
	}

	private void ready(TargetQueue target) {
		for (CallPriority priority : CallPriority.values()) {
			if (target.waiting(priority) > 0) {
				ready(priority).add(target);
			}
		}
		target.state(TargetQueue.State.READY);
	}

	private void unblock(TargetQueue target) {
		if (target.state() == TargetQueue.State.BLOCKED) {
			this.blocked.remove(target);
		}
	}

	private void block(TargetQueue target, long now) {
		this.readyInteractive.remove(target);
		this.readyBulk.remove(target);
		long opens = target.opens(now);
		if (opens == SlidingWindow.UNKNOWN) {
			target.state(TargetQueue.State.STUCK);
		}
		else {
			target.blockedUntil(opens);
			target.state(TargetQueue.State.BLOCKED);
			this.blocked.add(target);
		}
	}

	/**
	 * Grants permits to all waiting calls that may leave now.
	 * @param gone list to which the calls are added, in order
	 */
	void dispatch(long now, List<Turn> gone) {
		while (!this.blocked.isEmpty() && this.blocked.first().blockedUntil() <= now) {
			ready(this.blocked.pollFirst());
		}
		while (mayGo(now)) {
			Turn turn = next(now);
			if (turn == null) {
				return;
			}
			TargetQueue target = turn.target();
			remove(turn);
			if (target.waiting(turn.request().priority()) > 0) {
				// Moves the target to the end of the round.
				ready(turn.request().priority()).remove(target);
				ready(target);
			}
			go(turn, target);
			gone.add(turn);
		}
	}

	private @Nullable Turn next(long now) {
		boolean bulkFirst = this.interactiveInARow >= INTERACTIVE_IN_A_ROW;
		Turn turn = next(bulkFirst ? CallPriority.BULK : CallPriority.INTERACTIVE, now);
		if (turn == null) {
			turn = next(bulkFirst ? CallPriority.INTERACTIVE : CallPriority.BULK, now);
		}
		if (turn != null && turn.request().priority() == CallPriority.BULK) {
			this.interactiveInARow = 0;
		}
		else if (turn != null && !this.readyBulk.isEmpty()) {
			this.interactiveInARow++;
		}
		return turn;
	}

	private @Nullable Turn next(CallPriority priority, long now) {
		Set<TargetQueue> ready = ready(priority);
		while (!ready.isEmpty()) {
			TargetQueue target = ready.iterator().next();
			if (target.mayGo(now)) {
				return target.first(priority);
			}
			block(target, now);
		}
		return null;
	}

	void giveBack(Turn turn) {
		this.held--;
		this.windows.giveBack();
		turn.target().giveBack();
		ended(turn.target());
	}

	/**
	 * Counts a request from its arrival at the platform.
	 * @param answered whether there was a response
	 */
	void arrived(Turn turn, boolean answered, long now) {
		long arrival = answered ? this.roundTrips.arrival(turn.sentAt(), now) : now;
		this.lastArrival = Math.max(this.lastArrival, arrival);
		this.held--;
		this.windows.arrived(this.lastArrival);
		turn.target().arrived(this.lastArrival);
		ended(turn.target());
	}

	/**
	 * Updates a target after the end of a call, because a slot is free or the time at
	 * which it becomes free is now known.
	 */
	private void ended(TargetQueue target) {
		if (target.isEmpty()) {
			rest(target);
		}
		else {
			unblock(target);
			ready(target);
		}
	}

	/** Adds a target without calls to the idle targets. */
	void rest(TargetQueue target) {
		if (target.isIdle() && target.idleUntil() == SlidingWindow.UNKNOWN) {
			target.idleUntil(this.lastArrival + this.targetLength);
			this.idle.addLast(target);
		}
	}

	/**
	 * Removes targets without calls for the length of their windows.
	 * @param most maximum number of targets to check
	 */
	void forgetIdle(long now, int most) {
		for (int i = Math.min(most, this.idle.size()); i > 0 && this.idle.getFirst().idleUntil() <= now; i--) {
			TargetQueue target = this.idle.removeFirst();
			target.idleUntil(SlidingWindow.UNKNOWN);
			if (target.isForgettable(now)) {
				this.targets.remove(target.name());
			}
			else {
				rest(target);
			}
		}
	}

	boolean isForgettable(long now) {
		return this.held == 0 && this.deadlines.isEmpty() && this.targets.isEmpty()
				&& now >= this.lastArrival + this.windows.length() && (this.gate == null || !this.gate.isClosed(now));
	}

	/** Returns the first call whose maximum wait is over; null if there is none. */
	@Nullable Turn overdue(long now) {
		return (!this.deadlines.isEmpty() && this.deadlines.first().deadline() <= now) ? this.deadlines.first() : null;
	}

	/**
	 * Returns the next time at which the state may change without an event.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if a call in progress must end
	 * first
	 */
	long nextInstant(long now) {
		if (!this.deadlines.isEmpty()) {
			long opens = opens(now);
			if (this.readyInteractive.isEmpty() && this.readyBulk.isEmpty()) {
				opens = this.blocked.isEmpty() ? SlidingWindow.UNKNOWN
						: Math.max(opens, this.blocked.first().blockedUntil());
			}
			return Math.min(opens, this.deadlines.first().deadline());
		}
		if (this.held > 0) {
			return SlidingWindow.UNKNOWN;
		}
		long forget = this.lastArrival + (this.targets.isEmpty() ? this.windows.length() : this.targetLength);
		if (forget > now) {
			return forget;
		}
		// Only closed gates remain.
		long until = until(this.gate);
		for (TargetQueue target : this.targets.values()) {
			until = Math.max(until, until(target.gate()));
		}
		return (until > now) ? until : now + this.targetLength + 1;
	}

	/**
	 * Closes the gate of the target or of the operation.
	 * @return whether the gate is now closed for more than a minute, and was not before
	 */
	boolean close(RefusalScope scope, Turn refused, @Nullable Duration retryAfter, long now) {
		TargetQueue target = refused.target();
		if (scope == RefusalScope.TARGET && !target.name().isEmpty()) {
			return target.gateToClose().close(refused, retryAfter, now);
		}
		if (this.gate == null) {
			this.gate = new Gate();
		}
		return this.gate.close(refused, retryAfter, now);
	}

	/** Describes the closed gates of the operation and its targets. */
	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return Stream.concat(describe(this.gate, operation, tenant, RefusalScope.OPERATION, now),
				this.targets.values()
					.stream()
					.flatMap((target) -> describe(target.gate(), operation, tenant, RefusalScope.TARGET, now)));
	}

	private static Stream<ClosedGate> describe(@Nullable Gate gate, String operation, @Nullable TenantKey tenant,
			RefusalScope scope, long now) {
		return (gate != null) ? Stream.ofNullable(gate.describe(operation, tenant, scope, now)) : Stream.empty();
	}

	/** Describes the use of the windows. */
	LimitUse use(String operation, @Nullable TenantKey tenant, long now) {
		List<WindowUse> fullest = new ArrayList<>();
		for (int i = 0; i < this.limits.target().size(); i++) {
			int window = i;
			int used = this.targets.values()
				.stream()
				.mapToInt((target) -> target.windows().use(now).get(window).used())
				.max()
				.orElse(0);
			fullest.add(new WindowUse(this.limits.target().get(i), used));
		}
		return new LimitUse(operation, tenant, waiting(), this.held,
				this.windows.use(now), this.limits.target().isEmpty() ? 0 : this.targets.size(), fullest);
	}

	/**
	 * Opens the gates whose probe is this call, if it has a response. Without a response,
	 * another call becomes the probe.
	 */
	void passed(Turn turn, boolean answered) {
		passed(this.quota, turn, answered);
		passed(this.gate, turn, answered);
		passed(turn.target().gate(), turn, answered);
	}

	private static void passed(@Nullable Gate gate, Turn turn, boolean answered) {
		if (gate != null) {
			gate.passed(turn, answered);
		}
	}

	/**
	 * Estimates the wait of a new call.
	 * @return the longest wait for any of the limits
	 */
	ExpectedWait expectedWait(PermitRequest request, TargetQueue target, long now) {
		boolean interactive = request.priority() == CallPriority.INTERACTIVE;
		int ahead = target.waiting(CallPriority.INTERACTIVE) + (interactive ? 0 : target.waiting(CallPriority.BULK));
		// Each of the other targets has a turn before each turn of this target.
		long inRound = (long) (ahead + 1) * this.targetsWaiting;
		int aheadInAll = (int) Math.min(interactive ? this.waitingInteractive : waiting(), inRound);
		ExpectedWait wait = ExpectedWait.NONE.orIfLonger(this.quota.until() - now, "the monthly quota", "")
			.orIfLonger(until(this.gate) - now, "a refusal by the platform", "")
			.orIfLonger(until(target.gate()) - now, "a refusal by the platform", "");
		wait = this.windows.extend(wait, aheadInAll, " for the app", now);
		return target.windows().extend(wait, ahead, " for one target", now);
	}

	private static long until(@Nullable Gate gate) {
		return (gate != null) ? gate.until() : 0;
	}

	boolean isSooner(long instant) {
		return instant < this.timerAt;
	}

	void timer(long instant, Disposable timer) {
		stopTimer();
		this.timerAt = instant;
		this.timer = timer;
	}

	void stopTimer() {
		if (this.timer != null) {
			this.timer.dispose();
		}
		this.timer = null;
		this.timerAt = SlidingWindow.UNKNOWN;
	}

}
