package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.Waits;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.function.SingletonSupplier;

/**
 * Limiter with a queue for each operation and tenant. A call leaves at the earliest
 * instant at which its slots permit it. One lock guards the state. Work under the lock
 * takes constant time, or logarithmic time in the number of waiting calls. There is no
 * polling: each queue has one timer for its next change.
 */
abstract class QueueingRateLimiter implements RateLimiter {

	/**
	 * Number of idle targets to check for each call; more than the one target that a call
	 * may add.
	 */
	private static final int FORGET_PER_CALL = 2;

	private final Log logger = LogFactory.getLog(getClass());

	private final RateLimitPolicy policy;

	private final RateLimits limits;

	private final Supplier<LimiterTime> time;

	private final Object lock = new Object();

	private final OperationQueues queues;

	private final Dispatcher dispatcher;

	/**
	 * Creates a limiter without calls.
	 * @param limits limits of this instance
	 * @param scheduler scheduler that is requested for the first call
	 */
	QueueingRateLimiter(RateLimitPolicy policy, RateLimits limits, Supplier<Scheduler> scheduler, SlotFactory factory) {
		this.policy = policy;
		this.limits = limits;
		this.queues = new OperationQueues(limits, policy.headroom().toNanos(), factory, this::change);
		this.dispatcher = new Dispatcher(policy, this.queues, this::timeHasCome);
		this.time = SingletonSupplier.of(() -> LimiterTime.from(scheduler.get()));
	}

	@Override
	public Mono<Permit> acquire(PermitRequest request) {
		return Mono.create((sink) -> arrive(request, sink));
	}

	private void arrive(PermitRequest request, MonoSink<Permit> sink) {
		Turn turn = new Turn(this, request, sink);
		sink.onCancel(turn);
		List<Turn> others = new ArrayList<>(0);
		PermitUnavailableException refusal = null;
		boolean goes;
		synchronized (this.lock) {
			if (turn.isOver()) {
				return;
			}
			long now = now();
			OperationQueue queue = this.queues.queue(request, scheduler(), now);
			if (queue.waiting() > 0) {
				this.dispatcher.dispatch(queue, now, others);
			}
			queue.targets().forgetIdle(now, FORGET_PER_CALL);
			Target target = queue.targets().target(request.target());
			goes = queue.goesAtOnce(turn, target, now);
			if (!goes) {
				refusal = this.dispatcher.enqueue(turn, queue, target, now);
				this.dispatcher.update(queue, now, others);
			}
		}
		resume(others);
		if (goes) {
			turn.grant();
		}
		else if (refusal != null) {
			turn.fail(refusal);
		}
	}

	boolean sent(Turn turn) {
		synchronized (this.lock) {
			return turn.leaves(now());
		}
	}

	void answered(Turn turn) {
		end(turn, GateChange.ANSWERED, true);
	}

	void refused(Turn turn, RefusalScope scope, @Nullable Duration retryAfter) {
		AtomicBoolean lasts = new AtomicBoolean();
		Duration wait = (scope == RefusalScope.QUOTA) ? this.policy.quotaPause() : Waits.bounded(retryAfter);
		end(turn, (slots, call, now) -> {
			lasts.set(slots.close(scope, call, wait, now));
			slots.passed(call, false);
		}, true);
		if (lasts.get()) {
			String duration = (scope == RefusalScope.QUOTA) ? this.policy.quotaPause().toString()
					: "more than a minute";
			this.logger.warn(describeStop(scope, turn.request().operation(), duration));
		}
	}

	/**
	 * Describes a stop of calls for the log.
	 * @param scope scope of the stopped calls
	 * @param operation operation of the refused call
	 * @param duration length of the stop
	 */
	static String describeStop(RefusalScope scope, String operation, String duration) {
		return operation + switch (scope) {
			case TARGET -> " into one chat or message is";
			case OPERATION -> " is";
			case QUOTA -> " and all other operations are";
		} + " stopped for " + duration + ", because the platform refuses calls; one call tries again after that";
	}

	@Override
	public List<ClosedGate> closedGates() {
		synchronized (this.lock) {
			return this.queues.closedGates(now());
		}
	}

	@Override
	public RateLimits limits() {
		return this.limits;
	}

	@Override
	public List<LimitUse> use() {
		synchronized (this.lock) {
			return this.queues.use(now());
		}
	}

	@Override
	public Mono<Void> close() {
		return Mono.defer(() -> Mono.when(flush()));
	}

	private List<Mono<Void>> flush() {
		synchronized (this.lock) {
			return this.queues.all().map(this::flush).toList();
		}
	}

	private Mono<Void> flush(OperationQueue queue) {
		Mono<Void> flushed = queue.slots().flush();
		this.dispatcher.schedule(queue, now());
		return flushed;
	}

	void release(Turn turn) {
		end(turn, GateChange.RELEASED, false);
	}

	private void end(Turn turn, GateChange gates, boolean answered) {
		List<Turn> others = new ArrayList<>(0);
		synchronized (this.lock) {
			this.dispatcher.end(turn, gates, answered, now(), others);
		}
		resume(others);
	}

	private void change(Supplier<@Nullable OperationQueue> source, SlotContext.Change change) {
		List<Turn> gone = new ArrayList<>();
		synchronized (this.lock) {
			OperationQueue queue = source.get();
			if (queue == null) {
				return;
			}
			long now = now();
			queue.resume(change.apply(now));
			this.dispatcher.update(queue, now, gone);
		}
		resume(gone);
	}

	private void timeHasCome(OperationQueue queue) {
		List<Turn> gone = new ArrayList<>();
		Map<Turn, PermitUnavailableException> failed;
		synchronized (this.lock) {
			long now = now();
			queue.alarm().stop();
			this.dispatcher.dispatch(queue, now, gone);
			failed = this.dispatcher.expire(queue, now);
			queue.targets().forgetIdle(now, Integer.MAX_VALUE);
			if (queue.isForgettable(now)) {
				this.queues.forget(queue);
			}
			else {
				this.dispatcher.schedule(queue, now);
			}
		}
		resume(gone);
		failed.forEach((turn, error) -> scheduler().schedule(() -> turn.fail(error)));
	}

	/**
	 * Grants permits in parallel. On one thread, all calls would open their connections
	 * on one event loop.
	 */
	private void resume(List<Turn> turns) {
		for (Turn turn : turns) {
			scheduler().schedule(turn::grant);
		}
	}

	private long now() {
		return this.time.get().now();
	}

	private Scheduler scheduler() {
		return this.time.get().scheduler();
	}

	@Override
	public String toString() {
		synchronized (this.lock) {
			return getClass().getSimpleName() + "[queues=" + this.queues.size() + ", waiting="
					+ this.dispatcher.waiting() + "]";
		}
	}

}
