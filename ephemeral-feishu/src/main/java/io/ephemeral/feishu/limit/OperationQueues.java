package io.ephemeral.feishu.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Queues of all operations and tenants with recent calls. Operations of a tenant share
 * the gate of its monthly quota. Not thread-safe.
 */
final class OperationQueues {

	private final RateLimits limits;

	private final long headroom;

	private final SlotFactory factory;

	private final Changes changes;

	private final Map<Key, OperationQueue> queues = new HashMap<>();

	/** Gates of the monthly quotas by tenant. */
	private final Map<@Nullable TenantKey, Gate> quotas = new HashMap<>();

	/**
	 * Creates an empty set of queues.
	 * @param changes receiver of changes of the slots
	 */
	OperationQueues(RateLimits limits, long headroom, SlotFactory factory, Changes changes) {
		this.limits = limits;
		this.headroom = headroom;
		this.factory = factory;
		this.changes = changes;
	}

	/** Returns the queue of a call, and creates it if necessary. */
	OperationQueue queue(PermitRequest request, Scheduler scheduler, long now) {
		OperationLimits limits = this.limits.of(request.operation());
		Key key = new Key(request.tenant(), limits.countedAs());
		OperationQueue queue = this.queues.get(key);
		return (queue != null) ? queue : create(limits, key, scheduler, now);
	}

	private OperationQueue create(OperationLimits limits, Key key, Scheduler scheduler, long now) {
		Gate quota = this.quotas.computeIfAbsent(key.tenant(), (tenant) -> new Gate());
		Slots slots = this.factory.create(new SlotScope(limits, key.tenant(), quota),
				new SlotContext(scheduler, now, (change) -> this.changes.apply(() -> this.queues.get(key), change)));
		OperationQueue queue = new OperationQueue(limits, quota, slots, this.headroom, new Alarm(scheduler));
		this.queues.put(key, queue);
		return queue;
	}

	Stream<OperationQueue> all() {
		return this.queues.values().stream();
	}

	/** Returns the queues of the operations that share a gate. */
	Stream<OperationQueue> sharing(Gate quota) {
		return all().filter((queue) -> queue.quota() == quota);
	}

	void forget(OperationQueue queue) {
		this.queues.values().remove(queue);
		if (queue.quota().isOpen() && sharing(queue.quota()).findAny().isEmpty()) {
			this.quotas.values().remove(queue.quota());
		}
	}

	List<ClosedGate> closedGates(long now) {
		Stream<ClosedGate> quotas = this.quotas.entrySet()
			.stream()
			.map((quota) -> quota.getValue()
				.describe(now,
						(closedFor, opensIn) -> new ClosedGate(null, quota.getKey(), RefusalScope.QUOTA, closedFor,
								opensIn)))
			.filter(Objects::nonNull);
		return Stream
			.concat(quotas,
					this.queues.entrySet()
						.stream()
						.flatMap((queue) -> queue.getValue()
							.closedGates(queue.getKey().operation(), queue.getKey().tenant(), now)))
			.toList();
	}

	List<LimitUse> use(long now) {
		return this.queues.entrySet()
			.stream()
			.map((queue) -> queue.getValue().use(queue.getKey().operation(), queue.getKey().tenant(), now))
			.toList();
	}

	int size() {
		return this.queues.size();
	}

	/** Receiver of changes of slots. */
	@FunctionalInterface
	interface Changes {

		/**
		 * Applies a change.
		 * @param queue source of the queue of the slots; null if it was forgotten
		 */
		void apply(Supplier<@Nullable OperationQueue> queue, SlotContext.Change change);

	}

	private record Key(@Nullable TenantKey tenant, String operation) {
	}

}
