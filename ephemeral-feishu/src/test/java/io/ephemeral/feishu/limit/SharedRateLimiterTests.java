package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.limit.LimiterFleet.Journey;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SharedRateLimiterTests {

	private static final OperationLimits SMALL = new OperationLimits("small",
			List.of(RateWindow.perSecond(50), RateWindow.perMinute(1000)), List.of(RateWindow.perSecond(40)));

	private final LimiterFleet fleet = new LimiterFleet(4, new RateLimits(Map.of("small", SMALL), List.of()));

	@Test
	void acquireWhenNothingWaitsThenTakesOneRoundTripToTheExchange() {
		this.fleet.instance(0).send("a", 1);
		this.fleet.pass(Duration.ofMillis(30));

		assertThat(this.fleet.lastArrival()).isEqualTo(Duration.ofMillis(22));
	}

	@Test
	void acquireWhenOneInstanceHasAllCallsThenItHasTheWholeRate() {
		this.fleet.instance(0).send("a", 400);
		this.fleet.pass(Duration.ofMinutes(1));

		assertThat(this.fleet.arrivals("a")).hasSize(400);
		assertThat(this.fleet.lastArrival()).isLessThan(Duration.ofMillis(9800));
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenAllInstancesWaitThenTheyShareTheRate() {
		for (int instance = 0; instance < 4; instance++) {
			this.fleet.instance(instance).send("a", 100);
		}
		this.fleet.pass(Duration.ofMinutes(1));

		assertThat(this.fleet.arrivals("a")).hasSize(400);
		assertThat(this.fleet.lastArrival()).isLessThan(Duration.ofMillis(10_300));
		assertThat(this.fleet.requests()).isLessThan(400);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenAllInstancesWaitThenEachHasItsShare() {
		List<List<Long>> permits = new ArrayList<>();
		for (int instance = 0; instance < 4; instance++) {
			List<Long> own = new ArrayList<>();
			permits.add(own);
			LimiterFleet.Instance sender = this.fleet.instance(instance);
			for (int call = 0; call < 200; call++) {
				sender.acquire(PermitRequest.of("small", "a"), (permit) -> {
					own.add(1L);
					permit.sent();
					sender.travel("a", permit, Journey.FAST);
				});
			}
		}
		this.fleet.pass(Duration.ofMillis(1500));
		permits.forEach(List::clear);
		this.fleet.pass(Duration.ofSeconds(5));

		assertThat(permits).allSatisfy((own) -> assertThat(own).hasSizeGreaterThanOrEqualTo(30));
	}

	@Test
	void acquireWhenCallIsCanceledThenItsSlotGoesToTheNext() {
		LimiterFleet.Instance sender = this.fleet.instance(0);
		sender.send("a", 40);
		this.fleet.pass(Duration.ofMillis(100));
		var canceled = sender.call(PermitRequest.of("small", "a"), Journey.FAST);
		sender.send("a", 1);
		this.fleet.pass(Duration.ofMillis(900));
		canceled.dispose();
		this.fleet.pass(Duration.ofMillis(200));

		assertThat(this.fleet.arrivals("a")).hasSize(41);
	}

	@Test
	void acquireWhenLastCallIsCanceledThenAnotherInstanceGetsItsSlot() {
		List<Permit> unused = new ArrayList<>();
		IntStream.range(0, 40)
			.forEach((call) -> this.fleet.instance(0).acquire(PermitRequest.of("small", "a"), unused::add));
		this.fleet.pass(Duration.ofMillis(10));
		this.fleet.instance(1).send("a", 5);
		this.fleet.pass(Duration.ofMillis(100));
		assertThat(this.fleet.arrivals("a")).isEmpty();
		unused.forEach(Permit::release);
		this.fleet.pass(Duration.ofMillis(250));

		assertThat(this.fleet.arrivals("a")).hasSize(5);
	}

	@Test
	void refusedWhenOneInstanceIsRefusedThenAllWaitAndOneProbeGoes() {
		LimiterFleet.Instance refused = this.fleet.instance(0);
		refused.acquire(PermitRequest.of("small", "a"), (permit) -> {
			permit.sent();
			permit.refused(RefusalScope.OPERATION, Duration.ofSeconds(3));
		});
		this.fleet.pass(Duration.ofMillis(100));
		List<Permit> permits = new ArrayList<>();
		for (int instance = 0; instance < 4; instance++) {
			this.fleet.instance(instance).acquire(PermitRequest.of("small", "b"), permits::add);
		}
		this.fleet.pass(Duration.ofMillis(2800));
		assertThat(permits).isEmpty();
		assertThat(this.fleet.instance(1).limiter().closedGates()).singleElement()
			.satisfies((gate) -> assertThat(gate.scope()).isEqualTo(RefusalScope.OPERATION));

		this.fleet.pass(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
		permits.get(0).sent();
		permits.get(0).answered();
		this.fleet.pass(Duration.ofMillis(700));
		assertThat(permits).hasSize(4);
		assertThat(refused.limiter().closedGates()).isEmpty();
	}

	@Test
	void closedGatesWhenQuotaWasExhaustedWithoutExchangeThenGateIsListedOnce() {
		LimiterFleet.Instance sender = this.fleet.instance(0);
		exhaustQuotaWithoutExchange(sender);
		this.fleet.repairExchange();
		sender.send("b", 1);
		this.fleet.pass(Duration.ofSeconds(5));

		assertThat(sender.limiter().closedGates()).singleElement()
			.satisfies((gate) -> assertThat(gate.scope()).isEqualTo(RefusalScope.QUOTA));
	}

	@Test
	void acquireWhenExchangeIsAwayThenItsGateOfTheQuotaStaysClosed() {
		LimiterFleet.Instance other = this.fleet.instance(1);
		List<Permit> permits = new ArrayList<>();
		this.fleet.instance(0).acquire(PermitRequest.of("small", "a"), (permit) -> {
			permit.sent();
			permit.refused(RefusalScope.QUOTA, null);
		});
		this.fleet.pass(Duration.ofMillis(100));
		Disposable waiting = other.acquire(PermitRequest.of("small", "b"), permits::add);
		this.fleet.pass(Duration.ofMillis(100));
		this.fleet.breakExchange();
		this.fleet.pass(Duration.ofSeconds(19));
		assertThat(permits).isEmpty();
		assertThat(other.limiter().closedGates()).singleElement()
			.satisfies((gate) -> assertThat(gate.scope()).isEqualTo(RefusalScope.QUOTA));
		waiting.dispose();
		this.fleet.pass(Duration.ofMinutes(80));
		other.acquire(PermitRequest.of("small", "b"), permits::add);
		this.fleet.pass(Duration.ofSeconds(4));

		assertThat(permits).hasSize(1);
	}

	@Test
	void closedGatesWhenExchangeReturnsDuringProbeThenGateOpens() {
		LimiterFleet.Instance sender = this.fleet.instance(0);
		exhaustQuotaWithoutExchange(sender);
		this.fleet.pass(Duration.ofMinutes(67));
		List<Permit> probes = new ArrayList<>();
		sender.acquire(PermitRequest.of("small", "a"), probes::add);
		this.fleet.pass(Duration.ofSeconds(3));
		probes.get(0).sent();
		this.fleet.repairExchange();
		this.fleet.pass(Duration.ofSeconds(3));
		probes.get(0).answered();
		this.fleet.pass(Duration.ofSeconds(3));

		assertThat(sender.limiter().closedGates()).isEmpty();
	}

	private void exhaustQuotaWithoutExchange(LimiterFleet.Instance sender) {
		this.fleet.breakExchange();
		sender.acquire(PermitRequest.of("small", "a"), (permit) -> {
			permit.sent();
			permit.refused(RefusalScope.QUOTA, null);
		});
		this.fleet.pass(Duration.ofSeconds(3));
	}

	@Test
	void refusedWhenSlotsAreBookedThenWaitingCallsGoAfterTheGate() {
		LimiterFleet.Instance sender = this.fleet.instance(0);
		sender.send("a", 39);
		List<Permit> permits = new ArrayList<>();
		sender.acquire(PermitRequest.of("small", "a"), permits::add);
		this.fleet.pass(Duration.ofMillis(100));
		permits.get(0).sent();
		sender.send("a", 20);
		this.fleet.pass(Duration.ofMillis(900));
		permits.get(0).refused(RefusalScope.TARGET, Duration.ofSeconds(2));
		this.fleet.pass(Duration.ofMillis(1900));
		assertThat(this.fleet.arrivals("a")).hasSize(39);
		this.fleet.pass(Duration.ofSeconds(3));

		assertThat(this.fleet.arrivals("a")).hasSize(59);
	}

	@Test
	void acquireWhenExchangeIsKilledAndComesBackEmptyThenNothingIsRefusedOrLost() {
		sendEverywhere(150);
		this.fleet.at(3000, this.fleet::breakExchange);
		this.fleet.at(6500, () -> {
			this.fleet.loseState();
			this.fleet.repairExchange();
		});
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(600);
		assertThat(this.fleet.arrivalsBetween(Duration.ofMillis(4400), Duration.ofMillis(5400))).isBetween(30, 40);
		assertThat(this.fleet.arrivalsBetween(Duration.ofMillis(9500), Duration.ofMillis(10_500))).isPositive();
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3000, 3300, 3800 })
	void acquireWhenExchangeIsAwayThenContinuesSoonAloneThenTogether(int millis) {
		Duration away = Duration.ofMillis(millis);
		Duration back = away.plusSeconds(4);
		sendEverywhere(150);
		this.fleet.at(away.toMillis(), this.fleet::breakExchange);
		this.fleet.at(back.toMillis(), this.fleet::repairExchange);
		this.fleet.pass(Duration.ofSeconds(12));

		assertThat(this.fleet.arrivalsBetween(away.plusMillis(200), away.plusMillis(1500))).isPositive();
		assertThat(this.fleet.arrivalsBetween(back.plusMillis(200), back.plusMillis(2200))).isZero();
		assertThat(this.fleet.arrivalsBetween(back.plusMillis(2200), back.plusMillis(3000))).isPositive();
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3580, 3700, 4100, 7000 })
	void acquireWhenAnswersAreLostAfterAStopThenInstanceDoesNotContinueAlone(int resumed) {
		LimiterFleet.Instance stopped = this.fleet.instance(1);
		sendEverywhere(250);
		this.fleet.at(2700, stopped::loseAnswer);
		this.fleet.at(3000, stopped::stop);
		this.fleet.at(3000, stopped::loseAnswer);
		this.fleet.at(3000, stopped::loseAnswer);
		this.fleet.at(resumed, stopped::resume);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(1000);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@ParameterizedTest
	@ValueSource(ints = { 6200, 6600, 9000 })
	void acquireWhenInstanceStopsAloneThenAsksForThePauseBeforeItContinues(int resumed) {
		LimiterFleet.Instance stopped = this.fleet.instance(1);
		sendEverywhere(250);
		this.fleet.at(3000, this.fleet::breakExchange);
		this.fleet.at(5500, stopped::stop);
		this.fleet.at(5550, this.fleet::repairExchange);
		this.fleet.at(5600, stopped::loseAnswer);
		this.fleet.at(resumed, stopped::resume);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(1000);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenExchangeIsAwayAndNothingWaitsThenTheLimitOfTheChatIsKept() {
		OperationLimits limits = new OperationLimits("small", List.of(RateWindow.perSecond(50)),
				List.of(RateWindow.perSecond(4)));
		LimiterFleet lone = new LimiterFleet(1, new RateLimits(Map.of("small", limits), List.of()));
		lone.instance(0).send("a", 1);
		lone.at(100, lone::breakExchange);
		lone.at(4000, () -> lone.instance(0).send("a", 1));
		lone.at(4900, () -> lone.instance(0).send("a", 3));
		lone.at(5200, () -> lone.instance(0).send("a", 3));
		lone.pass(Duration.ofSeconds(20));

		assertThat(lone.arrivals("a")).hasSize(8);
		lone.assertLimitsAreKept(limits);
	}

	@Test
	void acquireWhenExchangeIsAwayForLongThenARareCallHardlyWaits() {
		LimiterFleet.Instance sender = this.fleet.instance(0);
		sender.send("a", 1);
		this.fleet.pass(Duration.ofSeconds(3));
		this.fleet.breakExchange();
		this.fleet.at(7_000, () -> sender.send("b", 1));
		this.fleet.at(27_000, () -> sender.send("c", 1));
		this.fleet.pass(Duration.ofMinutes(1));

		assertThat(this.fleet.arrivals("c").get(0)).isLessThan(Duration.ofMillis(30_600).toNanos());
	}

	@Test
	void acquireWhenExchangeNeverAnsweredThenWaitsForItBeforeTheShare() {
		this.fleet.breakExchange();
		for (int instance = 0; instance < 4; instance++) {
			this.fleet.instance(instance).send("a", 40);
		}
		this.fleet.pass(Duration.ofMillis(2500));
		assertThat(this.fleet.arrivals("a")).isEmpty();
		this.fleet.repairExchange();
		this.fleet.pass(Duration.ofMinutes(1));

		assertThat(this.fleet.arrivals("a")).hasSize(160);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenExchangeIsKilledTwiceWithCallsUnderWayThenTheyCount() {
		Journey slow = new Journey(0, 20_000, 3_000_000);
		for (int call = 0; call < 40; call++) {
			this.fleet.instance(call % 4).call(PermitRequest.of("small", "a"), slow);
		}
		sendEverywhere(100);
		for (int outage = 0; outage < 2; outage++) {
			this.fleet.at(2000 + 4000 * outage, this.fleet::breakExchange);
			this.fleet.at(4000 + 4000 * outage, this.fleet::repairExchange);
		}
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(440);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenExchangeHangsThenCommandsThatRunLateDoNotHurt() {
		sendEverywhere(150);
		this.fleet.at(3000, this.fleet::hangExchange);
		this.fleet.at(7000, this.fleet::repairExchange);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(600);
		assertThat(this.fleet.arrivalsBetween(Duration.ofMillis(4500), Duration.ofMillis(5500))).isPositive();
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenExchangeLosesItsStateThenIsQuietAndCountsAgain() {
		sendEverywhere(100);
		this.fleet.at(2500, this.fleet::loseState);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(400);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenAnswerIsLostThenInstanceContinuesUnderANewId() {
		sendEverywhere(100);
		this.fleet.at(2000, this.fleet.instance(1)::loseAnswer);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(400);
		assertThat(this.fleet.lastArrival()).isLessThan(Duration.ofSeconds(12));
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void sentWhenInstanceStoppedForLongThenItsPermitsAreVoid() {
		LimiterFleet.Instance stopped = this.fleet.instance(0);
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 40).forEach((call) -> stopped.acquire(PermitRequest.of("small", "a"), permits::add));
		this.fleet.pass(Duration.ofMillis(10));
		assertThat(permits).hasSize(40);
		stopped.stop();
		this.fleet.instance(1).send("a", 200);
		this.fleet.pass(Duration.ofSeconds(6));
		assertThat(this.fleet.arrivals("a")).hasSizeGreaterThanOrEqualTo(80);
		stopped.resume();

		assertThat(permits).noneMatch(Permit::sent);
	}

	@Test
	void releaseWhenTargetOfALostSlotWasForgottenThenItsNewCallsGoOn() {
		LimiterFleet.Instance stopped = this.fleet.instance(0);
		List<Permit> permits = new ArrayList<>();
		stopped.acquire(PermitRequest.of("small", "a"), permits::add);
		this.fleet.pass(Duration.ofMillis(10));
		stopped.stop();
		this.fleet.pass(Duration.ofSeconds(3));
		stopped.resume();
		this.fleet.pass(Duration.ofSeconds(2));
		stopped.send("b", 3);
		this.fleet.pass(Duration.ofSeconds(2));
		stopped.send("a", 1);
		permits.get(0).release();
		this.fleet.pass(Duration.ofSeconds(2));
		stopped.send("a", 50);
		this.fleet.pass(Duration.ofSeconds(3));

		assertThat(this.fleet.arrivals("a")).hasSize(51);
	}

	@Test
	void acquireWhenInstanceStopsAndContinuesThenNothingIsRefusedOrLost() {
		sendEverywhere(150);
		this.fleet.at(2000, this.fleet.instance(0)::stop);
		this.fleet.at(8000, this.fleet.instance(0)::resume);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(600);
		assertThat(this.fleet.arrivalsBetween(Duration.ofSeconds(3), Duration.ofSeconds(4))).isGreaterThanOrEqualTo(35);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenInstanceStopsWhileItIsAloneThenAsksFirstWhenItContinues() {
		sendEverywhere(150);
		this.fleet.at(2000, this.fleet::breakExchange);
		this.fleet.at(4500, this.fleet.instance(0)::stop);
		this.fleet.at(5000, this.fleet::repairExchange);
		this.fleet.at(10_000, this.fleet.instance(0)::resume);
		this.fleet.pass(Duration.ofMinutes(2));

		assertThat(this.fleet.arrivals("a")).hasSize(600);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenInstanceIsKilledThenTheOthersHaveTheWholeRate() {
		sendEverywhere(200);
		this.fleet.at(3000, this.fleet.instance(0)::kill);
		this.fleet.pass(Duration.ofSeconds(10));

		assertThat(this.fleet.arrivalsBetween(Duration.ofSeconds(4), Duration.ofSeconds(5))).isGreaterThanOrEqualTo(35);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void acquireWhenOthersUsedTheMinuteThenShareWithoutExchangeIsSmaller() {
		for (int chat = 0; chat < 24; chat++) {
			this.fleet.instance(0).send("chat " + chat, 40);
		}
		this.fleet.pass(Duration.ofMillis(20_500));
		this.fleet.instance(1).send("other", 1);
		this.fleet.pass(Duration.ofMillis(50));
		this.fleet.breakExchange();
		this.fleet.instance(1).send("other", 100);
		this.fleet.pass(Duration.ofSeconds(20));

		assertThat(this.fleet.arrivals("other")).hasSize(1);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void closeWhenSlotsAreBookedThenAnotherInstanceGetsThemAtOnce() {
		LimiterFleet.Instance first = this.fleet.instance(0);
		ClosableRateLimiter closable = new ClosableRateLimiter(first.limiter());
		first.send("a", 40);
		this.fleet.pass(Duration.ofMillis(900));
		IntStream.range(0, 40).forEach((call) -> acquire(closable).subscribe());
		this.fleet.pass(Duration.ofMillis(120));
		this.fleet.instance(1).send("a", 40);
		this.fleet.pass(Duration.ofMillis(10));
		closable.close().subscribe();
		this.fleet.pass(Duration.ofMillis(5));
		first.kill();
		this.fleet.pass(Duration.ofSeconds(1));

		assertThat(this.fleet.arrivals("a")).hasSize(80);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void closeWhenCallsEndedJustNowThenReportsThem() {
		LimiterFleet.Instance first = this.fleet.instance(0);
		first.send("a", 40);
		this.fleet.pass(Duration.ofMillis(43));
		first.limiter().close().subscribe();
		this.fleet.pass(Duration.ofMillis(5));
		first.kill();
		this.fleet.instance(1).send("a", 40);
		this.fleet.pass(Duration.ofMillis(1300));

		assertThat(this.fleet.arrivals("a")).hasSize(80);
		this.fleet.assertLimitsAreKept(SMALL);
	}

	@Test
	void closeWhenExchangeHangsThenCompletesAfterHalfASecond() {
		List<String> events = new ArrayList<>();
		this.fleet.instance(0).send("a", 1);
		this.fleet.pass(Duration.ofMillis(43));
		this.fleet.hangExchange();
		this.fleet.instance(0).limiter().close().subscribe(null, null, () -> events.add("closed"));
		this.fleet.pass(Duration.ofMillis(499));
		assertThat(events).isEmpty();
		this.fleet.pass(Duration.ofMillis(2));

		assertThat(events).containsExactly("closed");
	}

	@Test
	void closeWhenNothingIsToReportThenCompletesWithoutARequest() {
		this.fleet.instance(0).send("a", 1);
		this.fleet.pass(Duration.ofSeconds(5));
		int requests = this.fleet.requests();

		StepVerifier.create(this.fleet.instance(0).limiter().close()).verifyComplete();
		assertThat(this.fleet.requests()).isEqualTo(requests);
	}

	private static Mono<Permit> acquire(RateLimiter limiter) {
		return limiter.acquire(PermitRequest.of("small", "a")).onErrorComplete(NotSentException.class);
	}

	@Test
	void limiterWhenIdleThenForgetsEverything() {
		sendEverywhere(10);
		this.fleet.pass(Duration.ofMinutes(3));

		assertThat(this.fleet.instance(0).limiter()).hasToString("SharedRateLimiter[queues=0, waiting=0]");
	}

	private void sendEverywhere(int calls) {
		for (int instance = 0; instance < 4; instance++) {
			this.fleet.instance(instance).send("a", calls);
		}
	}

}
