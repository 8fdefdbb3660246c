package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that share one exchange in virtual time, and the platform that counts what
 * arrives.
 */
final class LimiterFleet {

	private static final Duration WAY_TO_EXCHANGE = Duration.ofMillis(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final List<Instance> instances;

	private final List<Runnable> hung = new ArrayList<>();

	private SlotExchange exchange = newExchange();

	private State state = State.THERE;

	private int requests;

	/** Nanoseconds of the arrivals by chat. */
	private final Map<String, List<Long>> arrivals = new TreeMap<>();

	LimiterFleet(int instances, RateLimits limits) {
		RateLimitPolicy policy = RateLimitPolicy.standard().maxWait(Duration.ofHours(1)).instances(instances);
		this.instances = IntStream.range(0, instances).mapToObj((number) -> new Instance(policy, limits)).toList();
	}

	private SlotExchange newExchange() {
		return SlotExchange.inMemory(() -> this.time.now(TimeUnit.NANOSECONDS));
	}

	Instance instance(int number) {
		return this.instances.get(number);
	}

	void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	void at(long millis, Runnable action) {
		this.time.schedule(action, millis, TimeUnit.MILLISECONDS);
	}

	/** Lets requests fail at once. */
	void breakExchange() {
		this.state = State.BROKEN;
	}

	/**
	 * Lets requests hang until the exchange continues, and run then without an answer.
	 */
	void hangExchange() {
		this.state = State.HUNG;
	}

	void repairExchange() {
		this.state = State.THERE;
		this.hung.forEach(Runnable::run);
		this.hung.clear();
	}

	void loseState() {
		this.exchange = newExchange();
	}

	int requests() {
		return this.requests;
	}

	List<Long> arrivals(String chat) {
		return this.arrivals.getOrDefault(chat, List.of());
	}

	int arrivalsBetween(Duration from, Duration to) {
		return (int) this.arrivals.values()
			.stream()
			.flatMap(List::stream)
			.filter((at) -> at >= from.toNanos() && at < to.toNanos())
			.count();
	}

	Duration lastArrival() {
		return Duration
			.ofNanos(this.arrivals.values().stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0));
	}

	/** Asserts that the platform refused nothing. */
	void assertLimitsAreKept(OperationLimits limits) {
		List<Long> all = new ArrayList<>();
		this.arrivals.forEach((chat, arrivals) -> {
			limits.target().forEach((window) -> assertFits(chat, arrivals, window));
			all.addAll(arrivals);
		});
		limits.app().forEach((window) -> assertFits("all", all, window));
	}

	private static void assertFits(String name, List<Long> unordered, RateWindow window) {
		List<Long> arrivals = unordered.stream().sorted().toList();
		for (int i = window.calls(); i < arrivals.size(); i++) {
			assertThat(arrivals.get(i) - arrivals.get(i - window.calls()))
				.as("%s: more than %s at %s", name, window, Duration.ofNanos(arrivals.get(i)))
				.isGreaterThanOrEqualTo(window.length().toNanos());
		}
	}

	private enum State {

		THERE, BROKEN, HUNG

	}

	/** Instance of the application. */
	final class Instance {

		private final StoppableScheduler scheduler = new StoppableScheduler(LimiterFleet.this.time);

		private final SharedRateLimiter limiter;

		private int answersToLose;

		private boolean dead;

		Instance(RateLimitPolicy policy, RateLimits limits) {
			this.limiter = new SharedRateLimiter(policy, limits, this::exchange, () -> this.scheduler);
		}

		private Mono<SlotGrants> exchange(SlotRequest request) {
			return Mono.delay(WAY_TO_EXCHANGE, LimiterFleet.this.time)
				.flatMap((tick) -> answer(request))
				.delayElement(WAY_TO_EXCHANGE, this.scheduler);
		}

		private Mono<SlotGrants> answer(SlotRequest request) {
			LimiterFleet fleet = LimiterFleet.this;
			fleet.requests++;
			if (fleet.state == State.BROKEN) {
				return Mono.error(new IllegalStateException("The exchange is away"));
			}
			if (fleet.state == State.HUNG) {
				fleet.hung.add(() -> fleet.exchange.exchange(request).block());
				return Mono.never();
			}
			Mono<SlotGrants> grants = fleet.exchange.exchange(request);
			if (this.answersToLose > 0) {
				this.answersToLose--;
				return grants.then(Mono.never());
			}
			return grants;
		}

		SharedRateLimiter limiter() {
			return this.limiter;
		}

		void loseAnswer() {
			this.answersToLose++;
		}

		void stop() {
			this.scheduler.stop();
		}

		void resume() {
			if (!this.dead) {
				this.scheduler.resume();
			}
		}

		void kill() {
			this.dead = true;
			this.scheduler.stop();
		}

		void send(String chat, int calls) {
			for (int call = 0; call < calls; call++) {
				call(PermitRequest.of("small", chat), Journey.FAST);
			}
		}

		/** Makes a call as the filters do. */
		Disposable call(PermitRequest request, Journey journey) {
			return acquire(request, (permit) -> leave(request, permit, journey));
		}

		Disposable acquire(PermitRequest request, Consumer<Permit> use) {
			return this.limiter.acquire(request).subscribe(use, LimiterFleet::unexpected);
		}

		private void leave(PermitRequest request, Permit permit, Journey journey) {
			this.scheduler.schedule(() -> {
				if (permit.sent()) {
					travel(request.target(), permit, journey);
				}
				else {
					permit.release();
					call(request, journey);
				}
			}, journey.pause(), TimeUnit.MICROSECONDS);
		}

		void travel(@Nullable String chat, Permit permit, Journey journey) {
			LimiterFleet.this.time.schedule(() -> {
				LimiterFleet.this.arrivals.computeIfAbsent(String.valueOf(chat), (key) -> new ArrayList<>())
					.add(LimiterFleet.this.time.now(TimeUnit.NANOSECONDS));
				this.scheduler.schedule(() -> {
					permit.answered();
					permit.release();
				}, journey.back(), TimeUnit.MICROSECONDS);
			}, journey.forth(), TimeUnit.MICROSECONDS);
		}

	}

	private static void unexpected(Throwable error) {
		throw new AssertionError(error);
	}

	/**
	 * Times of a call.
	 *
	 * @param pause microseconds from the permit until the request leaves
	 * @param forth microseconds until the request arrives
	 * @param back microseconds until the response arrives
	 */
	record Journey(int pause, int forth, int back) {

		static final Journey FAST = new Journey(0, 20_000, 20_000);

	}

}
