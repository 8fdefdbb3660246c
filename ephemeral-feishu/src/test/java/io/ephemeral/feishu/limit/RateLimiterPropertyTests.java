package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes, and however slowly it travels, the platform never sees more than it
 * takes, and nobody waits for ever.
 */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
class RateLimiterPropertyTests {

	private static final RateLimits SMALL = new RateLimits(Map.of("small", new OperationLimits("small",
			List.of(RateWindow.perSecond(12), RateWindow.perMinute(120)), List.of(RateWindow.perSecond(4)))),
			List.of());

	/** Requests that may all be slow, because everything is new to them. */
	private static final int COLD = 50;

	private static final Duration LONG = Duration.ofHours(2);

	@Property
	void acquireWhenCallsAreRandomThenNoLimitIsExceededAndEveryCallEnds(@ForAll("calls") List<Call> calls,
			@ForAll @IntRange(min = 1, max = 3) int instances) {
		Platform platform = new Platform(SMALL, instances, false);

		platform.run("small", calls);

		platform.assertLimitsAreKept(12, 120, 4);
		platform.assertEveryCallEnded();
	}

	@Property
	void acquireWhenPlatformRefusesThenNoLimitIsExceededAndEveryCallEnds(@ForAll("calls") List<Call> calls) {
		Platform platform = new Platform(SMALL, 1, true);

		platform.run("small", calls);

		platform.assertLimitsAreKept(12, 120, 4);
		platform.assertEveryCallEnded();
	}

	@Property(tries = 20)
	void acquireWhenLimitsAreThoseOfThePlatformThenNoneIsExceeded(@ForAll("manyCalls") List<Call> calls) {
		Platform platform = new Platform(RateLimits.standard(), 1, false);

		platform.run("ephemeral.send", calls);

		platform.assertLimitsAreKept(50, 1000, 40);
		platform.assertEveryCallEnded();
	}

	@Provide
	static Arbitrary<List<Call>> calls() {
		return call(20_000).list().ofMinSize(1).ofMaxSize(400);
	}

	@Provide
	static Arbitrary<List<Call>> manyCalls() {
		return call(40_000).list().ofMinSize(1500).ofMaxSize(2500);
	}

	private static Arbitrary<Call> call(int span) {
		Arbitrary<Integer> at = Arbitraries.integers().between(0, span);
		Arbitrary<Integer> chat = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0)),
				Tuple.of(3, Arbitraries.integers().between(1, 6)));
		Arbitrary<CallPriority> priority = Arbitraries.of(CallPriority.class);
		Arbitrary<Duration> maxWait = Arbitraries.frequencyOf(
				Tuple.of(1, Arbitraries.integers().between(0, 8000).map(Duration::ofMillis)),
				Tuple.of(2, Arbitraries.just(LONG)));
		Arbitrary<Integer> cancelAfter = Arbitraries.integers().between(0, 4000).injectNull(0.85);
		// Twice 5 ms of jitter are what the headroom of 10 ms covers in any case.
		Arbitrary<Integer> forth = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.integers().between(20_000, 25_000)),
				Tuple.of(1, Arbitraries.integers().between(25_000, 2_000_000)));
		Arbitrary<Integer> back = Arbitraries.integers().between(20_000, 25_000);
		Arbitrary<Integer> cold = Arbitraries.integers().between(20_000, 80_000);
		Arbitrary<Outcome> outcome = Arbitraries.frequency(Tuple.of(85, Outcome.ANSWERED), Tuple.of(5, Outcome.LOST),
				Tuple.of(5, Outcome.NEVER_SENT), Tuple.of(3, Outcome.CHAT_REFUSED), Tuple.of(1, Outcome.APP_REFUSED),
				Tuple.of(1, Outcome.QUOTA_REFUSED));
		Arbitrary<Way> way = Combinators.combine(forth, back, cold).as(Way::new);
		return Combinators.combine(at, chat, priority, maxWait, cancelAfter, way, outcome).as(Call::new);
	}

	enum Outcome {

		ANSWERED, LOST, NEVER_SENT, CHAT_REFUSED, APP_REFUSED, QUOTA_REFUSED

	}

	/**
	 * A call that will be made.
	 *
	 * @param at milliseconds
	 * @param cancelAfter milliseconds after that
	 */
	record Call(int at, int chat, CallPriority priority, Duration maxWait, @Nullable Integer cancelAfter, Way way,
			Outcome outcome) {

	}

	/**
	 * How long a request and its response are under way.
	 *
	 * @param forth microseconds until the request arrives
	 * @param back microseconds until its response does
	 * @param cold microseconds more for one of the first requests
	 */
	record Way(int forth, int back, int cold) {

	}

	/** The instances of an application and what the platform sees of them. */
	private static final class Platform {

		private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

		private final List<SlidingWindowRateLimiter> limiters = new ArrayList<>();

		private final boolean refuses;

		private final Map<Integer, List<Long>> arrivals = new HashMap<>();

		private final IdentityHashMap<Call, String> ends = new IdentityHashMap<>();

		private final IdentityHashMap<Call, Long> waits = new IdentityHashMap<>();

		private int calls;

		private int left;

		Platform(RateLimits limits, int instances, boolean refuses) {
			RateLimitPolicy policy = RateLimitPolicy.standard().instances(instances);
			for (int i = 0; i < instances; i++) {
				this.limiters.add(new SlidingWindowRateLimiter(policy, limits, () -> this.time));
			}
			this.refuses = refuses;
		}

		void run(String operation, List<Call> calls) {
			this.calls = calls.size();
			for (int i = 0; i < calls.size(); i++) {
				SlidingWindowRateLimiter limiter = this.limiters.get(i % this.limiters.size());
				Call call = calls.get(i);
				this.time.schedule(() -> make(call, operation, limiter), call.at(), TimeUnit.MILLISECONDS);
			}
			// The quota stays closed for an hour each time that it is refused.
			this.time.advanceTimeBy(Duration.ofHours(3 + (this.refuses ? calls.size() * 2L : 0)));
		}

		private void make(Call call, String operation, SlidingWindowRateLimiter limiter) {
			long came = this.time.now(TimeUnit.MILLISECONDS);
			Disposable caller = limiter
				.acquire(new PermitRequest(operation, null, "chat " + call.chat(), call.priority(),
						this.refuses ? call.maxWait().multipliedBy(1000) : call.maxWait()))
				.subscribe((permit) -> {
					end(call, "went");
					this.waits.put(call, this.time.now(TimeUnit.MILLISECONDS) - came);
					goes(call, permit);
				}, (error) -> {
					assertThat(error).isInstanceOf(PermitUnavailableException.class);
					end(call, "refused");
					this.waits.put(call, this.time.now(TimeUnit.MILLISECONDS) - came);
				});
			if (call.cancelAfter() != null) {
				this.time.schedule(() -> {
					caller.dispose();
					this.ends.putIfAbsent(call, "canceled");
				}, call.cancelAfter(), TimeUnit.MILLISECONDS);
			}
		}

		private void end(Call call, String end) {
			assertThat(this.ends.put(call, end)).isNull();
		}

		private void goes(Call call, Permit permit) {
			if (call.outcome() == Outcome.NEVER_SENT) {
				this.time.schedule(permit::release, call.way().forth(), TimeUnit.MICROSECONDS);
				return;
			}
			assertThat(permit.sent()).isTrue();
			int cold = (this.left++ < COLD) ? call.way().cold() : 0;
			this.time.schedule(() -> {
				this.arrivals.computeIfAbsent(call.chat(), (chat) -> new ArrayList<>())
					.add(this.time.now(TimeUnit.NANOSECONDS));
				this.time.schedule(() -> ends(call, permit), call.way().back(), TimeUnit.MICROSECONDS);
			}, cold + call.way().forth(), TimeUnit.MICROSECONDS);
		}

		private void ends(Call call, Permit permit) {
			Outcome outcome = (this.refuses || call.outcome() == Outcome.LOST) ? call.outcome() : Outcome.ANSWERED;
			switch (outcome) {
				case ANSWERED -> permit.answered();
				case CHAT_REFUSED -> permit.refused(RefusalScope.TARGET, Duration.ofSeconds(2));
				case APP_REFUSED -> permit.refused(RefusalScope.OPERATION, null);
				case QUOTA_REFUSED -> permit.refused(RefusalScope.QUOTA, null);
				default -> {
				}
			}
			permit.release();
		}

		void assertLimitsAreKept(int perSecond, int perMinute, int perSecondAndChat) {
			List<Long> all = new ArrayList<>();
			this.arrivals.forEach((chat, arrivals) -> {
				assertFits(arrivals, perSecondAndChat, Duration.ofSeconds(1));
				all.addAll(arrivals);
			});
			all.sort(null);
			assertFits(all, perSecond, Duration.ofSeconds(1));
			assertFits(all, perMinute, Duration.ofMinutes(1));
		}

		private static void assertFits(List<Long> arrivals, int limit, Duration length) {
			for (int i = limit; i < arrivals.size(); i++) {
				assertThat(arrivals.get(i) - arrivals.get(i - limit))
					.as("%d calls in %s, from the %dth on", limit + 1, length, i - limit)
					.isGreaterThanOrEqualTo(length.toNanos());
			}
		}

		void assertEveryCallEnded() {
			assertThat(this.ends).hasSize(this.calls);
			this.ends.forEach((call, end) -> {
				if (call.maxWait().equals(LONG)) {
					assertThat(end).as("a call that may wait for long").isNotEqualTo("refused");
				}
			});
			if (!this.refuses) {
				this.waits.forEach((call, wait) -> assertThat(wait).isLessThanOrEqualTo(call.maxWait().toMillis()));
			}
			assertThat(this.limiters).allSatisfy(
					(limiter) -> assertThat(limiter).hasToString("SlidingWindowRateLimiter[queues=0, waiting=0]"));
		}

	}

}
