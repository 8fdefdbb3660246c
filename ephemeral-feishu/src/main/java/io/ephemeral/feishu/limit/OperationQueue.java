package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.window.Gate;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Queue of the calls of one operation of the app in one tenant. Not thread-safe.
 */
final class OperationQueue {

	/** Time after which targets without windows are checked again. */
	private static final long LEAST_REST = Duration.ofSeconds(1).toNanos();

	private final OperationLimits limits;

	private final Gate quota;

	private final Slots slots;

	private final Alarm alarm;

	private final long targetLength;

	private final Targets targets;

	private final Round round = new Round();

	private final TreeSet<Turn> deadlines = new TreeSet<>();

	private long queuesStarted;

	private int targetsWaiting;

	private int waitingInteractive;

	OperationQueue(OperationLimits limits, Gate quota, Slots slots, long headroom, Alarm alarm) {
		this.limits = limits;
		this.quota = quota;
		this.slots = slots;
		this.alarm = alarm;
		this.targetLength = SlidingWindow.longest(limits.target(), headroom);
		this.targets = new Targets(slots, this.targetLength);
	}

	Slots slots() {
		return this.slots;
	}

	Gate quota() {
		return this.quota;
	}

	Alarm alarm() {
		return this.alarm;
	}

	Targets targets() {
		return this.targets;
	}

	int waiting() {
		return this.deadlines.size();
	}

	/**
	 * Grants a permit to a new call, if the limits permit it. The caller dispatches
	 * waiting calls before.
	 */
	boolean goesAtOnce(Turn turn, Target target, long now) {
		if (!this.slots.mayGo(now) || !target.slots().mayGo(now)) {
			return false;
		}
		go(turn, target);
		return true;
	}

	private void go(Turn turn, Target target) {
		target.slots().take(turn);
		turn.holds(this, target);
	}

	void add(Turn turn, Target target) {
		if (!target.hasQueue()) {
			this.targetsWaiting++;
			target.startQueue(new TargetQueue(this.queuesStarted++, target.slots()));
		}
		target.queue().add(turn);
		this.deadlines.add(turn);
		if (turn.request().priority() == CallPriority.INTERACTIVE) {
			this.waitingInteractive++;
		}
		this.round.join(target.queue());
		expect(target);
	}

	void remove(Turn turn) {
		Target target = turn.target();
		TargetQueue queue = target.queue();
		CallPriority priority = turn.request().priority();
		queue.remove(turn);
		this.deadlines.remove(turn);
		if (priority == CallPriority.INTERACTIVE) {
			this.waitingInteractive--;
		}
		this.round.leave(queue, priority);
		if (queue.isEmpty()) {
			this.targetsWaiting--;
			target.endQueue();
			this.targets.rest(target);
		}
		expect(target);
	}

	private static void expect(Target target) {
		target.slots().expect(target.waiting(CallPriority.INTERACTIVE), target.waiting(CallPriority.BULK));
	}

	/** Lets the waiting calls of targets go on whose slots changed. */
	void resume(Collection<String> names) {
		for (String name : names) {
			Target target = this.targets.find(name);
			if (target != null && target.hasQueue()) {
				this.round.rejoin(target.queue());
			}
		}
	}

	/**
	 * Grants permits to all waiting calls that may leave now.
	 * @param gone list to which the calls are added, in order
	 */
	void dispatch(long now, List<Turn> gone) {
		resume(this.slots.elapse(now));
		this.round.resume(now);
		while (this.slots.mayGo(now)) {
			Turn turn = this.round.next(now);
			if (turn == null) {
				return;
			}
			TargetQueue queue = turn.target().queue();
			go(turn, turn.target());
			remove(turn);
			this.round.moveToEnd(queue, turn.request().priority());
			gone.add(turn);
		}
	}

	void giveBack(Turn turn) {
		turn.target().slots().giveBack(turn);
		ended(turn.target());
	}

	void arrived(Turn turn, boolean answered, long now) {
		turn.target().slots().arrived(turn, answered, now);
		ended(turn.target());
	}

	/**
	 * Updates a target after the end of a call, because a slot is free or the time at
	 * which it becomes free is now known.
	 */
	private void ended(Target target) {
		if (target.hasQueue()) {
			this.round.rejoin(target.queue());
		}
		else {
			this.targets.rest(target);
		}
	}

	boolean isForgettable(long now) {
		return this.deadlines.isEmpty() && this.targets.isEmpty() && this.slots.isForgettable(now);
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
		return Math.min(this.slots.nextChange(now), nextOfQueue(now));
	}

	private long nextOfQueue(long now) {
		if (!this.deadlines.isEmpty()) {
			return Math.min(this.round.opens(this.slots.opens(now)), this.deadlines.first().deadline());
		}
		if (this.slots.held() > 0) {
			return SlidingWindow.UNKNOWN;
		}
		long forget = this.targets.isEmpty() ? this.slots.lastArrival() + this.slots.length()
				: this.targets.restUntil();
		if (forget > now) {
			return forget;
		}
		// Only closed gates remain.
		long until = Math.max(this.slots.closedUntil(), this.targets.closedUntil());
		return (until > now) ? until : now + Math.max(this.targetLength, LEAST_REST) + 1;
	}

	/** Describes the closed gates of the operation and its targets. */
	Stream<ClosedGate> closedGates(String operation, @Nullable TenantKey tenant, long now) {
		return Stream.concat(this.slots.closedGates(operation, tenant, now),
				this.targets.closedGates(operation, tenant, now));
	}

	/** Describes the use of the windows. */
	LimitUse use(String operation, @Nullable TenantKey tenant, long now) {
		return new LimitUse(operation, tenant, waiting(), this.slots.held(), this.slots.use(now),
				this.limits.target().isEmpty() ? 0 : this.targets.size(),
				this.targets.fullest(this.limits.target(), now));
	}

	/**
	 * Estimates the wait of a new call.
	 * @return the longest wait for any of the limits
	 */
	ExpectedWait expectedWait(PermitRequest request, Target target, long now) {
		boolean interactive = request.priority() == CallPriority.INTERACTIVE;
		int ahead = target.waiting(CallPriority.INTERACTIVE) + (interactive ? 0 : target.waiting(CallPriority.BULK));
		// Each of the other targets has a turn before each turn of this target.
		long inRound = (long) (ahead + 1) * this.targetsWaiting;
		int aheadInAll = (int) Math.min(interactive ? this.waitingInteractive : waiting(), inRound);
		return target.slots().expectedWait(ahead, aheadInAll, now);
	}

}
