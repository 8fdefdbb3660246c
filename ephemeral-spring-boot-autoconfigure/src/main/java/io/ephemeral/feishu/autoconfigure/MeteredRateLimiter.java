package io.ephemeral.feishu.autoconfigure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Measures how long calls wait for their permits, and how many do.
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
			long start = this.registry.config().clock().monotonicTime();
			this.waiting.incrementAndGet();
			return this.limiter.acquire(request).doFinally((end) -> {
				this.waiting.decrementAndGet();
				timer(request, end).record(this.registry.config().clock().monotonicTime() - start,
						TimeUnit.NANOSECONDS);
			});
		});
	}

	private Timer timer(PermitRequest request, SignalType end) {
		return Timer.builder("feishu.limiter.wait")
			.description("How long calls wait until the limits of the platform let them leave")
			.tag("operation", isNamed(request.operation()) ? request.operation() : "other")
			.tag("outcome", outcome(end))
			.register(this.registry);
	}

	/** Other operations are told by their paths, which may hold ids. */
	private static boolean isNamed(String operation) {
		return operation.indexOf('/') < 0;
	}

	private static String outcome(SignalType end) {
		return switch (end) {
			case ON_ERROR -> "refused";
			case CANCEL -> "cancelled";
			default -> "granted";
		};
	}

}
