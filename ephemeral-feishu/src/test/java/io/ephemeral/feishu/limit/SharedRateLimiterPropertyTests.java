package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.limit.LimiterFleet.Journey;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens to the instances and to their exchange, the platform never sees more
 * than it takes, and every call is sent in the end.
 */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
class SharedRateLimiterPropertyTests {

	private static final OperationLimits MINUTE = new OperationLimits("small",
			List.of(RateWindow.perSecond(12), RateWindow.perMinute(120)), List.of(RateWindow.perSecond(4)));

	/**
	 * Without the exchange, an instance knows the last minute of the others only
	 * coarsely.
	 */
	private static final OperationLimits SECOND = new OperationLimits("small", List.of(RateWindow.perSecond(12)),
			List.of(RateWindow.perSecond(4)));

	@Property
	void acquireWhenInstancesStopOrAnswersAreLostThenNothingIsRefusedOrLost(@ForAll("slowCalls") List<Call> calls,
			@ForAll("incidents") List<Incident> incidents, @ForAll @IntRange(min = 1, max = 4) int instances) {
		new Run(instances, MINUTE).play(calls, incidents);
	}

	@Property
	void acquireWhenExchangeIsAwayThenNothingIsRefusedOrLost(@ForAll("calls") List<Call> calls,
			@ForAll("outages") List<Outage> outages, @ForAll @IntRange(min = 1, max = 4) int instances) {
		Run run = new Run(instances, SECOND);
		run.plan(outages);
		run.play(calls, List.of());
	}

	@Provide
	static Arbitrary<List<Call>> calls() {
		return calls(30_000);
	}

	@Provide
	static Arbitrary<List<Call>> slowCalls() {
		return calls(1_500_000);
	}

	/** Creates calls with a pause of some microseconds before a request leaves. */
	private static Arbitrary<List<Call>> calls(int longestPause) {
		Arbitrary<Integer> at = Arbitraries.integers().between(100, 20_000);
		Arbitrary<Integer> instance = Arbitraries.integers().between(0, 3);
		Arbitrary<Integer> chat = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0)),
				Tuple.of(3, Arbitraries.integers().between(1, 6)));
		Arbitrary<CallPriority> priority = Arbitraries.of(CallPriority.class);
		Arbitrary<Integer> cancelAfter = Arbitraries.integers().between(0, 4000).injectNull(0.9);
		// Twice 5 ms of jitter are what the headroom of 10 ms covers in any case.
		Arbitrary<Journey> journey = Combinators
			.combine(Arbitraries.integers().between(0, longestPause), Arbitraries.integers().between(20_000, 25_000),
					Arbitraries.integers().between(20_000, 25_000))
			.as(Journey::new);
		return Combinators.combine(at, instance, chat, priority, cancelAfter, journey)
			.as(Call::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(250);
	}

	@Provide
	static Arbitrary<List<Incident>> incidents() {
		return Combinators
			.combine(Arbitraries.integers().between(200, 20_000), Arbitraries.integers().between(0, 3),
					Arbitraries.integers().between(100, 7000).injectNull(0.4))
			.as(Incident::new)
			.list()
			.ofMaxSize(4);
	}

	/** Outages; each leaves time for all instances to return. */
	@Provide
	static Arbitrary<List<Outage>> outages() {
		return Combinators
			.combine(Arbitraries.integers().between(200, 12_000), Arbitraries.integers().between(50, 6000),
					Arbitraries.of(Outage.Kind.class))
			.as(Outage::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(2);
	}

	/**
	 * A call that will be made.
	 *
	 * @param at milliseconds
	 * @param cancelAfter milliseconds after that; null for a patient caller
	 */
	record Call(int at, int instance, int chat, CallPriority priority, @Nullable Integer cancelAfter, Journey journey) {

	}

	/**
	 * Stop of an instance, or loss of an answer.
	 *
	 * @param at milliseconds
	 * @param stop milliseconds; null if an answer is lost instead
	 */
	record Incident(int at, int instance, @Nullable Integer stop) {

	}

	/**
	 * Outage of the exchange.
	 *
	 * @param after milliseconds after the last outage and the return from it
	 * @param length milliseconds
	 */
	record Outage(int after, int length, Kind kind) {

		enum Kind {

			BROKEN, HUNG, EMPTY

		}

	}

	private static final class Run {

		private final int instances;

		private final OperationLimits limits;

		private final LimiterFleet fleet;

		private final IdentityHashMap<Call, Disposable> callers = new IdentityHashMap<>();

		private final int[] incidents;

		Run(int instances, OperationLimits limits) {
			this.instances = instances;
			this.limits = limits;
			this.incidents = new int[instances];
			this.fleet = new LimiterFleet(instances, new RateLimits(Map.of("small", limits), List.of()));
		}

		void plan(List<Outage> outages) {
			long at = 0;
			for (Outage outage : outages) {
				at += outage.after();
				this.fleet.at(at,
						(outage.kind() == Outage.Kind.HUNG) ? this.fleet::hangExchange : this.fleet::breakExchange);
				at += outage.length();
				this.fleet.at(at, () -> {
					if (outage.kind() == Outage.Kind.EMPTY) {
						this.fleet.loseState();
					}
					this.fleet.repairExchange();
				});
				at += 4000;
			}
		}

		void play(List<Call> calls, List<Incident> incidents) {
			for (int instance = 0; instance < this.instances; instance++) {
				this.fleet.instance(instance).send("first " + instance, 1);
			}
			calls.forEach((call) -> this.fleet.at(call.at(), () -> make(call)));
			incidents.forEach(this::plan);
			this.fleet.pass(Duration.ofMinutes(12));
			this.fleet.assertLimitsAreKept(this.limits);
			assertEverythingWasSent(calls);
		}

		private void plan(Incident incident) {
			int number = incident.instance() % this.instances;
			// An instance that misses three answers in a row is cut off.
			if (++this.incidents[number] > 2) {
				return;
			}
			LimiterFleet.Instance instance = this.fleet.instance(number);
			if (incident.stop() == null) {
				this.fleet.at(incident.at(), instance::loseAnswer);
			}
			else {
				this.fleet.at(incident.at(), instance::stop);
				this.fleet.at(incident.at() + incident.stop(), instance::resume);
			}
		}

		private void make(Call call) {
			PermitRequest request = PermitRequest.of("small", "chat " + call.chat()).priority(call.priority());
			Disposable caller = this.fleet.instance(call.instance() % this.instances).call(request, call.journey());
			if (call.cancelAfter() != null) {
				this.fleet.at(call.cancelAfter(), caller::dispose);
			}
			this.callers.put(call, caller);
		}

		private void assertEverythingWasSent(List<Call> calls) {
			long patient = calls.stream().filter((call) -> call.cancelAfter() == null).count();
			int sent = 0;
			List<String> chats = new ArrayList<>();
			for (int chat = 0; chat <= 6; chat++) {
				chats.add("chat " + chat);
			}
			for (String chat : chats) {
				sent += this.fleet.arrivals(chat).size();
			}
			assertThat((long) sent).isBetween(patient, (long) calls.size());
			for (int instance = 0; instance < this.instances; instance++) {
				assertThat(this.fleet.instance(instance).limiter())
					.hasToString("SharedRateLimiter[queues=0, waiting=0]");
			}
		}

	}

}
