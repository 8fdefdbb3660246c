package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.window.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Exchange for the limiters of one process.
 */
final class InMemorySlotExchange implements SlotExchange {

	/** Time after the last request at which an operation is forgotten. */
	private static final long LIFETIME = Duration.ofMinutes(3).toNanos();

	private final LongSupplier clock;

	private final Map<Key, SharedOperation> operations = new HashMap<>();

	private final Map<@Nullable TenantKey, Gate> quotas = new HashMap<>();

	private final long start;

	/**
	 * Creates an empty exchange.
	 * @param clock clock that returns nanoseconds since an arbitrary start
	 */
	InMemorySlotExchange(LongSupplier clock) {
		this.clock = clock;
		this.start = clock.getAsLong();
	}

	@Override
	public Mono<SlotGrants> exchange(SlotRequest request) {
		return Mono.fromSupplier(() -> apply(request));
	}

	private synchronized SlotGrants apply(SlotRequest request) {
		long now = this.clock.getAsLong() - this.start;
		this.operations.values().removeIf((operation) -> operation.isForgettable(LIFETIME, now));
		SlotGrants grants = this.operations
			.computeIfAbsent(new Key(request.tenant(), request.limits().countedAs()),
					(key) -> new SharedOperation(request.limits(),
							this.quotas.computeIfAbsent(key.tenant(), (tenant) -> new Gate()), now))
			.exchange(request, now);
		this.quotas.values().removeIf((gate) -> this.operations.values().stream().noneMatch((o) -> o.quota() == gate));
		return grants;
	}

	private record Key(@Nullable TenantKey tenant, String operation) {
	}

}
