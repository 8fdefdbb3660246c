package io.ephemeral.feishu.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.ephemeral.feishu.limit.window.Waits;
import org.jspecify.annotations.Nullable;

/**
 * Dispatcher of the calls of a limiter. It lets calls wait, leave and end, and sets the
 * timers of their queues. The lock of the limiter guards it; the limiter signals the
 * calls that leave after it releases the lock.
 */
final class Dispatcher {

	private final RateLimitPolicy policy;

	private final OperationQueues queues;

	private final Consumer<OperationQueue> timeHasCome;

	private int waiting;

	private long arrivals;

	/**
	 * Creates a dispatcher without calls.
	 * @param timeHasCome action of the timers
	 */
	Dispatcher(RateLimitPolicy policy, OperationQueues queues, Consumer<OperationQueue> timeHasCome) {
		this.policy = policy;
		this.queues = queues;
		this.timeHasCome = timeHasCome;
	}

	/** Returns the number of waiting calls. */
	int waiting() {
		return this.waiting;
	}

	/**
	 * Lets a call wait.
	 * @return the reason if the call may not wait; null if it waits
	 */
	@Nullable PermitUnavailableException enqueue(Turn turn, OperationQueue queue, Target target, long now) {
		PermitRequest request = turn.request();
		long maxWait = Math.max(queue.slots().leastWait().toNanos(),
				Waits.nanos((request.maxWait() != null) ? request.maxWait() : this.policy.maxWait()));
		ExpectedWait expected = queue.expectedWait(request, target, now);
		boolean full = this.waiting >= this.policy.maxWaiting();
		if (full || expected.nanos() > maxWait) {
			queue.targets().rest(target);
			return expected.unavailable(request, full);
		}
		turn.waits(queue, target, now + maxWait, this.arrivals++);
		queue.add(turn, target);
		this.waiting++;
		return null;
	}

	/**
	 * Dispatches the waiting calls of a queue, and sets its timer.
	 * @param gone list to which the calls that leave are added
	 */
	void update(OperationQueue queue, long now, List<Turn> gone) {
		dispatch(queue, now, gone);
		schedule(queue, now);
	}

	void dispatch(OperationQueue queue, long now, List<Turn> gone) {
		int before = queue.waiting();
		queue.dispatch(now, gone);
		this.waiting -= before - queue.waiting();
	}

	void schedule(OperationQueue queue, long now) {
		queue.slots().startDue(now);
		long next = queue.nextInstant(now);
		if (queue.alarm().isAfter(next)) {
			queue.alarm().set(next, now, () -> this.timeHasCome.accept(queue));
		}
	}

	/**
	 * Ends a call in any state, and dispatches waiting calls.
	 * @param gates change of the gates after a request that may have been sent
	 * @param gone list to which the calls that leave are added
	 */
	void end(Turn turn, GateChange gates, boolean answered, long now, List<Turn> gone) {
		Turn.State before = turn.ends();
		if (before == Turn.State.NEW || before == Turn.State.OVER) {
			return;
		}
		OperationQueue queue = turn.queue();
		boolean quotaOpen = queue.quota().isOpen();
		if (before == Turn.State.WAITING) {
			queue.remove(turn);
			this.waiting--;
		}
		else {
			if (before == Turn.State.SENT) {
				queue.arrived(turn, answered, now);
			}
			else {
				queue.giveBack(turn);
			}
			gates.apply(turn.target().slots(), turn, now);
		}
		update(queue, now, gone);
		if (!quotaOpen) {
			// The other operations of the tenant wait for the same gate.
			this.queues.sharing(queue.quota()).forEach((other) -> update(other, now, gone));
		}
	}

	/**
	 * Ends the calls whose maximum wait is over.
	 * @return the errors of the calls
	 */
	Map<Turn, PermitUnavailableException> expire(OperationQueue queue, long now) {
		Map<Turn, PermitUnavailableException> expired = new HashMap<>(0);
		for (Turn turn = queue.overdue(now); turn != null; turn = queue.overdue(now)) {
			ExpectedWait expected = queue.expectedWait(turn.request(), turn.target(), now);
			queue.remove(turn);
			turn.ends();
			this.waiting--;
			expired.put(turn, expected.unavailable(turn.request(), false));
		}
		return expired;
	}

}
