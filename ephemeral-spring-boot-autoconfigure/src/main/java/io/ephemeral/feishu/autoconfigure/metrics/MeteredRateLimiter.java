package io.ephemeral.feishu.autoconfigure.metrics;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.client.CallEnd;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Limiter that measures how long calls wait for their permits, and how many calls wait.
 */
final class MeteredRateLimiter implements RateLimiter {

	private final RateLimiter limiter;

	private final MeterRegistry registry;

	private final AtomicInteger waiting = new AtomicInteger();

	MeteredRateLimiter(RateLimiter limiter, MeterRegistry registry) {
		this.limiter = limiter;
		this.registry = registry;
		Gauge.builder("feishu.limiter.waiting", this.waiting, AtomicInteger::get)
			.description("Calls that wait until the limits of the platform let them leave")
			.register(registry);
	}

	@Override
	public Mono<Permit> acquire(PermitRequest request) {
		return Mono.defer(() -> {
			Wait wait = new Wait(request);
			// Measured before the call goes on, which happens within the signal.
			return Mono.defer(() -> this.limiter.acquire(request))
				.doOnSuccess((permit) -> wait.ends("granted"))
				.doOnError((error) -> wait.ends("refused"))
				.doOnCancel(() -> wait.ends("canceled"));
		});
	}

	@Override
	public List<ClosedGate> closedGates() {
		return this.limiter.closedGates();
	}

	@Override
	public @Nullable RateLimits limits() {
		return this.limiter.limits();
	}

	@Override
	public List<LimitUse> use() {
		return this.limiter.use();
	}

	private final class Wait {

		private final PermitRequest request;

		private final Clock clock = MeteredRateLimiter.this.registry.config().clock();

		private final long start = this.clock.monotonicTime();

		private final AtomicBoolean over = new AtomicBoolean();

		Wait(PermitRequest request) {
			this.request = request;
			MeteredRateLimiter.this.waiting.incrementAndGet();
		}

		void ends(String outcome) {
			if (this.over.compareAndSet(false, true)) {
				MeteredRateLimiter.this.waiting.decrementAndGet();
				Timer.builder("feishu.limiter.wait")
					.description("How long calls wait until the limits of the platform let them leave")
					.tag("operation", CallEnd.shownOperation(this.request.operation()))
					.tag("outcome", outcome)
					.register(MeteredRateLimiter.this.registry)
					.record(this.clock.monotonicTime() - this.start, TimeUnit.NANOSECONDS);
			}
		}

	}

}
