package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Four limiters that share one Redis in real time, and a platform that counts arrivals.
 */
class SharedLimitsTests {

	private static final int INSTANCES = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final RateWindow WINDOW = RateWindow.perSecond(40);

	private final RedisServer server = RedisServer.start();

	private final List<RedisConnection> connections = new ArrayList<>();

	private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<Throwable> errors = new ConcurrentLinkedQueue<>();

	/** What each response waits for, besides its way. */
	private volatile Mono<Void> mayRespond = Mono.empty();

	@AfterEach
	void close() {
		this.connections.forEach(RedisConnection::close);
		this.server.close();
	}

	@Test
	void acquireWhenInstancesShareRedisThenNothingIsRefused() {
		send(60);

		awaitArrivals(60);
		assertNothingIsRefused();
		assertRedisHasArrivals(60);
	}

	@Test
	void acquireWhenRedisIsKilledAndComesBackEmptyThenNothingIsRefused() {
		send(80);
		awaitArrivals(20);
		this.server.kill();
		this.server.restart();

		awaitArrivals(80);
		assertNothingIsRefused();
	}

	@Test
	void acquireWhenRedisHangsThenNothingIsRefused() {
		Sinks.Empty<Void> hung = Sinks.empty();
		this.mayRespond = hung.asMono();
		send(80);
		awaitArrivals(20);
		this.server.hang();
		// Without responses, no slot opens again.
		long hungAt = this.arrivals.size();
		hung.tryEmitEmpty();
		await().atMost(RedisConnection.TIMEOUT.minusSeconds(10)).until(() -> this.arrivals.size() >= 50);
		this.server.resume();

		awaitArrivals(80);
		assertThat(hungAt).isLessThan(50);
		assertNothingIsRefused();
	}

	/** Sends calls to one chat, the same number from each instance. */
	private void send(int calls) {
		RateLimits limits = new RateLimits(
				Map.of("small", new OperationLimits("small", List.of(RateWindow.perSecond(50)), List.of(WINDOW))),
				List.of());
		RateLimitPolicy policy = RateLimitPolicy.standard().maxWait(PATIENCE).instances(INSTANCES);
		for (int instance = 0; instance < INSTANCES; instance++) {
			RedisConnection connection = RedisConnection.of(this.server);
			this.connections.add(connection);
			RedisSlotExchange exchange = connection.exchange();
			exchange.exchange(RedisSlotExchangeTests.request("a", 0)).block();
			RateLimiter limiter = RateLimiter.shared(policy, limits, exchange);
			Flux.range(0, calls / INSTANCES).flatMap((call) -> call(limiter), calls).subscribe(null, this.errors::add);
		}
	}

	private Mono<Void> call(RateLimiter limiter) {
		return limiter.acquire(PermitRequest.of("small", "chat")).flatMap((permit) -> travel(limiter, permit));
	}

	/** Sends the request as the filters do, on a way of 10 ms there and 30 ms back. */
	private Mono<Void> travel(RateLimiter limiter, Permit permit) {
		if (!permit.sent()) {
			permit.release();
			return call(limiter);
		}
		return Mono.delay(Duration.ofMillis(10))
			.doOnNext((tick) -> this.arrivals.add(System.nanoTime()))
			.delayUntil((tick) -> this.mayRespond)
			.delayElement(Duration.ofMillis(30))
			.doOnNext((tick) -> permit.answered())
			.doFinally((signal) -> permit.release())
			.then();
	}

	private void awaitArrivals(int calls) {
		await().atMost(PATIENCE).until(() -> this.arrivals.size() >= calls || !this.errors.isEmpty());
		assertThat(this.errors).isEmpty();
	}

	private void assertNothingIsRefused() {
		List<Long> instants = this.arrivals.stream().sorted().toList();
		for (int i = WINDOW.calls(); i < instants.size(); i++) {
			assertThat(instants.get(i) - instants.get(i - WINDOW.calls())).as("arrival %d", i)
				.isGreaterThanOrEqualTo(WINDOW.length().toNanos());
		}
	}

	/** Asserts that each instance reported what it sent; an arrival has eight bytes. */
	private void assertRedisHasArrivals(int calls) {
		RedisCommands<String, String> commands = this.connections.get(0).commands();
		String key = RedisConnection.KEYS.key(null, "limit", "small", "arrivals");
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(commands.strlen(key)).isEqualTo(8L * calls));
	}

}
