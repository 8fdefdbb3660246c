package io.ephemeral.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import io.ephemeral.feishu.limit.CallPriority;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Pacer that delays calls to keep the limits of the platform.
 */
@FunctionalInterface
interface Pacer {

	Duration SECOND = Duration.ofSeconds(1);

	Duration MINUTE = Duration.ofMinutes(1);

	Duration PATIENCE = Duration.ofHours(1);

	/**
	 * Makes a call once the limits permit it.
	 * @param call call that returns whether the platform accepted it
	 */
	Mono<Boolean> pace(String chat, Mono<Boolean> call);

	/** Returns a pacer with the limiter of the library, for calls without a limiter. */
	static Pacer library() {
		return of(RateLimiter.slidingWindows(RateLimitPolicy.standard().maxWait(PATIENCE).maxWaiting(100_000)));
	}

	/** Returns a pacer with a limiter, for calls without one. */
	static Pacer of(RateLimiter limiter) {
		return (chat, call) -> pace(limiter,
				PermitRequest.of("ephemeral.send", chat).priority(CallPriority.INTERACTIVE), call);
	}

	private static Mono<Boolean> pace(RateLimiter limiter, PermitRequest request, Mono<Boolean> call) {
		return limiter.acquire(request).flatMap((permit) -> {
			if (permit.sent()) {
				return call.doOnNext((accepted) -> ended(permit, accepted)).doFinally((end) -> permit.release());
			}
			permit.release();
			return pace(limiter, request, call);
		});
	}

	private static void ended(Permit permit, boolean accepted) {
		if (accepted) {
			permit.answered();
		}
		else {
			permit.refused(RefusalScope.OPERATION, SECOND);
		}
	}

	/** Returns a pacer with token buckets for the chat and the app. */
	static Pacer bucket4j() {
		TimeMeter time = new SchedulerTime();
		Bucket app = Bucket.builder()
			.addLimit(Bandwidth.builder().capacity(50).refillGreedy(50, SECOND).build())
			.addLimit(Bandwidth.builder().capacity(1000).refillGreedy(1000, MINUTE).build())
			.withCustomTimePrecision(time)
			.build();
		Map<String, Bucket> chats = new ConcurrentHashMap<>();
		return reserving((chat) -> chats
			.computeIfAbsent(chat,
					(name) -> Bucket.builder()
						.addLimit(Bandwidth.builder().capacity(40).refillGreedy(40, SECOND).build())
						.withCustomTimePrecision(time)
						.build())
			.consumeIgnoringRateLimits(1), (chat) -> app.consumeIgnoringRateLimits(1), (chat) -> 0);
	}

	/**
	 * Returns a pacer with permissions that are renewed each second and each minute, in
	 * real time only.
	 */
	static Pacer resilience4j() {
		io.github.resilience4j.ratelimiter.RateLimiter second = resilience4j(50, SECOND);
		io.github.resilience4j.ratelimiter.RateLimiter minute = resilience4j(1000, MINUTE);
		Map<String, io.github.resilience4j.ratelimiter.RateLimiter> chats = new ConcurrentHashMap<>();
		return reserving((chat) -> chats.computeIfAbsent(chat, (name) -> resilience4j(40, SECOND)).reservePermission(),
				(chat) -> minute.reservePermission(), (chat) -> second.reservePermission());
	}

	private static io.github.resilience4j.ratelimiter.RateLimiter resilience4j(int calls, Duration period) {
		return io.github.resilience4j.ratelimiter.RateLimiter.of("limit",
				RateLimiterConfig.custom()
					.limitForPeriod(calls)
					.limitRefreshPeriod(period)
					.timeoutDuration(PATIENCE)
					.build());
	}

	/**
	 * Returns a pacer that waits for one limit after another. Each limit returns its wait
	 * in nanoseconds.
	 */
	@SafeVarargs
	private static Pacer reserving(ToLongFunction<String>... limits) {
		return (chat, call) -> {
			Mono<Boolean> paced = call;
			for (int i = limits.length - 1; i >= 0; i--) {
				ToLongFunction<String> limit = limits[i];
				Mono<Boolean> next = paced;
				paced = Mono.defer(() -> {
					long wait = limit.applyAsLong(chat);
					return (wait > 0) ? Mono.delay(Duration.ofNanos(wait)).flatMap((end) -> next) : next;
				});
			}
			return paced;
		};
	}

	/** Time meter with the time of Reactor, which may be virtual. */
	final class SchedulerTime implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
