package io.ephemeral.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cost of a permit that does not wait, with Redis and without, and of the data in Redis.
 * The windows are short, because otherwise the limits would delay the permits.
 */
final class FleetCost {

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final RateLimitPolicy POLICY = RateLimitPolicy.standard()
		.maxWait(Pacer.PATIENCE)
		.headroom(Duration.ZERO);

	private static final int ROUNDS = 5;

	private static final int PERMITS = 10_000;

	private static final int CHATS = 10_000;

	private static final int AT_ONCE = 64;

	private static final int QUIET_CARDS = 20;

	private final CountedRedis redis;

	private FleetCost(CountedRedis redis) {
		this.redis = redis;
	}

	static void measure(RedisProcess server) throws Exception {
		try (CountedRedis redis = new CountedRedis(server.port())) {
			FleetCost cost = new FleetCost(redis);
			System.out.printf(Locale.ROOT, "%-28s %10s %10s %20s%n", "A permit without a wait", "µs", "CPU µs",
					"commands a permit");
			RateLimiter alone = RateLimiter.slidingWindows(POLICY, limits(Duration.ofMillis(1)));
			RateLimiter shared = FleetLimiter.shared(redis, "cost", POLICY, limits(Duration.ofMillis(1)));
			cost.permits("one after another", alone, 1);
			cost.permits("one after another, Redis", shared, 1);
			cost.permits("64 at once", alone, AT_ONCE);
			cost.permits("64 at once, Redis", shared, AT_ONCE);
			cost.quiet();
			cost.memory();
			cost.script(server);
		}
	}

	/** Returns limits that delay no call of this benchmark. */
	private static RateLimits limits(Duration chatWindow) {
		RateWindow window = new RateWindow(1000, Duration.ofMillis(1));
		return new RateLimits(Map.of("ephemeral.send",
				new OperationLimits("ephemeral.send", List.of(window), List.of(new RateWindow(1000, chatWindow)))),
				List.of());
	}

	private void permits(String name, RateLimiter limiter, int atOnce) {
		double[] micros = new double[ROUNDS];
		double[] cpuMicros = new double[ROUNDS];
		long commands = 0;
		for (int round = -ROUNDS; round < ROUNDS; round++) {
			long commandsBefore = this.redis.commands();
			long cpu = PROCESS.getProcessCpuTime();
			long start = System.nanoTime();
			Flux.range(0, PERMITS).flatMap((i) -> permit(limiter, "chat"), atOnce).blockLast();
			if (round >= 0) {
				micros[round] = (System.nanoTime() - start) / 1e3 / PERMITS;
				cpuMicros[round] = (PROCESS.getProcessCpuTime() - cpu) / 1e3 / PERMITS;
				commands += this.redis.commands() - commandsBefore;
			}
		}
		System.out.printf(Locale.ROOT, "  %-26s %10.1f %10.1f %20.2f%n", name, SendBenchmark.median(micros),
				SendBenchmark.median(cpuMicros), (double) commands / ROUNDS / PERMITS);
	}

	private static Mono<Permit> permit(RateLimiter limiter, String chat) {
		return limiter.acquire(PermitRequest.of("ephemeral.send", chat)).doOnNext((permit) -> {
			if (!permit.sent()) {
				throw new IllegalStateException("The slot of a permit was lost");
			}
			permit.answered();
		});
	}

	/** Measures the commands of single cards with pauses between them. */
	private void quiet() {
		RateLimiter limiter = FleetLimiter.shared(this.redis, "quiet", RateLimitPolicy.standard(),
				RateLimits.standard());
		long before = this.redis.commands();
		Flux.range(0, QUIET_CARDS)
			.concatMap((i) -> permit(limiter, "chat").delayElement(Duration.ofSeconds(1)))
			.blockLast();
		System.out.printf(Locale.ROOT, "%nCommands a card with a second between cards: %.2f%n",
				(double) (this.redis.commands() - before) / QUIET_CARDS);
	}

	/** Measures the memory of chats with one call each in their window. */
	private void memory() {
		RateLimiter limiter = FleetLimiter.shared(this.redis, "memory", POLICY, limits(Duration.ofMinutes(1)));
		// Fills the data that all chats share.
		Flux.range(0, PERMITS).flatMap((i) -> permit(limiter, "chat"), 1).take(1000).blockLast();
		long before = RedisFigures.read(this.redis.client()).memory();
		Flux.range(0, CHATS)
			.flatMap((i) -> permit(limiter, "chat " + i), AT_ONCE)
			.then(Mono.delay(Duration.ofSeconds(1)))
			.block();
		long after = RedisFigures.read(this.redis.client()).memory();
		System.out.printf(Locale.ROOT, "Memory of Redis for %,d chats with one call each: %.0f bytes each%n", CHATS,
				(double) (after - before) / CHATS);
	}

	/** Measures the script while four processes wait for one chat. */
	private void script(RedisProcess server) throws Exception {
		try (Fleet fleet = new Fleet(FleetLimiter.SHARED, server)) {
			fleet.warmUp();
			RedisFigures before = RedisFigures.read(this.redis.client());
			fleet.runEven(400, 1);
			RedisFigures oneChat = RedisFigures.read(this.redis.client());
			fleet.runEven(800, 50);
			RedisFigures manyChats = RedisFigures.read(this.redis.client());
			System.out.printf(Locale.ROOT, "A call of the script: %.0f µs for one full chat, %.0f µs for 50 chats%n",
					oneChat.microsPerScriptSince(before), manyChats.microsPerScriptSince(oneChat));
		}
	}

}
