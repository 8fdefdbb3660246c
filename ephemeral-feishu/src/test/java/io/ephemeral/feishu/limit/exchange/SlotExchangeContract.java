package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Terms;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of a {@link SlotExchange}. Extend this class to test your own exchange.
 */
public abstract class SlotExchangeContract {

	private static final Duration HEADROOM = Duration.ofMillis(10);

	private static final Duration SECOND = Duration.ofMillis(1010);

	private static final OperationLimits LIMITS = new OperationLimits("ephemeral.send",
			List.of(RateWindow.perSecond(6), RateWindow.perMinute(40)), List.of(RateWindow.perSecond(4)));

	private final List<Refusal> refusals = new ArrayList<>();

	private OperationLimits limits = LIMITS;

	private @Nullable TenantKey tenant;

	private @Nullable String epoch;

	private List<String> formerIds = List.of();

	private Duration awayFor = Duration.ZERO;

	/** Returns the exchange under test, without any state. */
	protected abstract SlotExchange exchange();

	/** Lets time pass for the exchange. */
	protected abstract void pass(Duration time);

	/** Deletes the state of the exchange. */
	protected abstract void loseState();

	/** Returns how much later than expected an opening may be. */
	protected Duration tolerance() {
		return Duration.ZERO;
	}

	@Test
	void exchangeWhenSlotsAreFreeThenGrantsThemNow() {
		assertThat(openings("a", wants("chat", 3))).containsOnly(Duration.ZERO).hasSize(3);
	}

	@Test
	void exchangeWhenTargetIsFullThenGrantsNoMoreThanItsWindow() {
		assertThat(openings("a", wants("chat", 10))).hasSize(4);
		assertThat(openings("b", wants("chat", 10))).isEmpty();
	}

	@Test
	void exchangeWhenOperationIsFullThenOtherTargetsWaitToo() {
		assertThat(openings("a", wants("one", 4))).hasSize(4);
		assertThat(openings("b", wants("two", 4))).hasSize(2);
		assertThat(openings("a", wants("three", 1))).isEmpty();
	}

	@Test
	void exchangeWhenTargetsAreSeveralThenTheyTakeTurns() {
		SlotGrants grants = send("a", wants("one", 4), wants("two", 4));

		assertThat(grants.targets()).extracting((target) -> target.openings().size()).containsExactly(3, 3);
	}

	@Test
	void exchangeWhenCallsArrivedThenTheirSlotsOpenAfterTheWindow() {
		send("a", wants("chat", 4));
		send("a", arrived("chat", 4, Duration.ofMillis(50)));

		assertClose(target("a", wants("chat", 1)).opensIn(), SECOND.minusMillis(50));
		pass(SECOND.minusMillis(50).minusMillis(100));
		assertThat(openings("a", wants("chat", 1))).singleElement()
			.satisfies((opening) -> assertClose(opening, Duration.ofMillis(100)));
	}

	@Test
	void exchangeWhenOpeningIsFarThenGrantsNothing() {
		send("a", wants("chat", 4));
		send("a", arrived("chat", 4, Duration.ZERO));
		pass(Duration.ofMillis(800));

		assertThat(openings("a", wants("chat", 1))).isEmpty();
	}

	@Test
	void exchangeWhenMinuteIsFullThenSecondIsNotEnough() {
		for (int round = 0; round < 10; round++) {
			send("a", wants("chat", 4));
			send("a", arrived("chat", 4, Duration.ZERO));
			pass(SECOND);
		}

		SlotGrants grants = send("a", wants("chat", 1));
		assertThat(grants.targets().get(0).openings()).isEmpty();
		assertClose(grants.fleet().opensIn(), Duration.ofSeconds(60).plus(HEADROOM).minus(SECOND.multipliedBy(10)));
	}

	@Test
	void exchangeWhenCallsAreUnderWayThenOpeningIsUnknown() {
		send("a", wants("chat", 4));

		assertThat(target("a", wants("chat", 1)).opensIn()).isNull();
	}

	@Test
	void exchangeWhenSlotsAreGivenBackThenOthersGetThem() {
		send("a", wants("chat", 4));
		send("a", new TargetReport("chat", 0, 0, 3, 0, List.of(), null));

		assertThat(openings("b", wants("chat", 4))).hasSize(3);
	}

	@Test
	void exchangeWhenSeveralInstancesWaitThenEachGetsAFairShare() {
		fill("a");
		send("a", wants("chat", 10));
		send("b", wants("chat", 10));
		pass(Duration.ofMillis(100));

		assertThat(openings("a", wants("chat", 10))).hasSize(2);
		assertThat(openings("b", wants("chat", 10))).hasSizeBetween(1, 2);
	}

	@Test
	void exchangeWhenOtherInstanceWantsLittleThenTheRestIsFree() {
		fill("a");
		send("b", wants("chat", 1));
		pass(Duration.ofMillis(100));

		assertThat(openings("a", wants("chat", 10))).hasSize(3);
	}

	@Test
	void exchangeWhenOtherInstanceStoppedThenItsDemandIsIgnored() {
		fill("a");
		send("b", wants("chat", 10));
		pass(Duration.ofMillis(500));

		assertThat(openings("a", wants("chat", 10))).hasSize(4);
	}

	@Test
	void exchangeWhenInteractiveCallsWaitElsewhereThenBulkTakesTheRest() {
		fill("a");
		send("b", wants("chat", 3));
		pass(Duration.ofMillis(100));

		assertThat(openings("a", new TargetReport("chat", 0, 10, 0, 0, List.of(), null))).hasSize(1);
		assertThat(openings("b", wants("chat", 3))).hasSize(3);
	}

	@Test
	void exchangeWhenInteractiveCallsAlwaysWaitThenOneOfTenIsBulk() {
		this.limits = new OperationLimits("busy", List.of(new RateWindow(100, Duration.ofSeconds(1))), List.of());
		send("b", new TargetReport("bulk", 0, 5, 0, 0, List.of(), null));
		List<TargetGrant> grants = send("a", wants("person", 60),
				new TargetReport("bulk", 0, 60, 0, 0, List.of(), null))
			.targets();

		assertThat(grants.get(1).openings().size()).isGreaterThanOrEqualTo(grants.get(0).openings().size() / 9);
	}

	@Test
	void exchangeWhenBothPrioritiesFillTheWindowThenEachTenthSlotIsBulk() {
		this.limits = new OperationLimits("busy", List.of(new RateWindow(100, Duration.ofSeconds(1))), List.of());
		SlotGrants grants = send("a", wants("person", 100), new TargetReport("bulk", 0, 100, 0, 0, List.of(), null));

		assertThat(grants.targets()).extracting((target) -> target.openings().size()).containsExactly(90, 10);
	}

	@Test
	void exchangeWhenInstanceIsSilentThenItsSlotsCountFromTheEndOfTheLease() {
		send("a", wants("chat", 4));
		pass(Duration.ofMillis(3500));

		assertClose(target("b", wants("chat", 1)).opensIn(), SECOND.minusMillis(500));
		pass(SECOND.minusMillis(500));
		assertThat(openings("b", wants("chat", 4))).hasSize(4);
	}

	@Test
	void exchangeWhenInstanceRenewsItsLeaseThenKeepsItsSlots() {
		send("a", wants("chat", 4));
		for (int renewal = 0; renewal < 4; renewal++) {
			pass(Duration.ofSeconds(2));
			send("a");
		}

		assertThat(target("b", wants("chat", 1)).opensIn()).isNull();
	}

	@Test
	void exchangeWhenInstanceHasANewIdThenFormerSlotsAreFree() {
		send("a", wants("chat", 4));
		this.formerIds = List.of("a");
		send("a2", new TargetReport("chat", 0, 0, 0, 1, List.of(), null));
		this.formerIds = List.of();

		assertThat(openings("b", wants("chat", 4))).hasSize(3);
	}

	@Test
	void exchangeWhenStateIsLostThenForgetsReportsAndIsQuiet() {
		String before = send("a", wants("chat", 2)).epoch();
		loseState();
		this.epoch = before;
		SlotGrants forgotten = send("a", wants("chat", 2));

		assertThat(forgotten.forgotten()).isTrue();
		assertThat(forgotten.epoch()).isNotEqualTo(before);
		assertThat(forgotten.targets()).isEmpty();
		this.epoch = forgotten.epoch();
		assertThat(openings("a", wants("chat", 2))).isEmpty();
		pass(Duration.ofMillis(2200));
		assertThat(openings("a", wants("chat", 2))).hasSize(2);
	}

	@Test
	void exchangeWhenItWasAwayForAllThenIsQuiet() {
		send("a");
		pass(Duration.ofSeconds(1));
		this.awayFor = Duration.ofMillis(900);
		send("a");
		this.awayFor = Duration.ZERO;

		assertThat(openings("b", wants("chat", 2))).isEmpty();
		pass(Duration.ofMillis(2200));
		assertThat(openings("b", wants("chat", 2))).hasSize(2);
	}

	@Test
	void exchangeWhenItWasAwayForOneInstanceThenTheOthersGoOn() {
		for (int request = 0; request < 5; request++) {
			send("b");
			pass(Duration.ofMillis(200));
		}
		this.awayFor = Duration.ofMillis(900);
		send("a");
		this.awayFor = Duration.ZERO;

		assertThat(openings("b", wants("chat", 2))).hasSize(2);
	}

	@Test
	void exchangeWhenInstanceHoldsSlotsAnewThenTheyCount() {
		send("a", new TargetReport("chat", 0, 0, 0, 3, List.of(), null));

		assertThat(openings("b", wants("chat", 4))).hasSize(1);
	}

	@Test
	void exchangeWhenTargetIsRefusedThenOnlyThatTargetWaitsAndOneProbeGoes() {
		send("a", wants("chat", 1));
		this.refusals.add(new Refusal(RefusalScope.TARGET, "chat", Duration.ofSeconds(2), false));
		send("a", arrived("chat", 1, Duration.ZERO));
		this.refusals.clear();

		assertThat(openings("b", wants("chat", 2))).isEmpty();
		assertThat(openings("b", wants("other", 2))).hasSize(2);
		pass(Duration.ofMillis(2300));
		TargetGrant probe = target("b", wants("chat", 2));
		assertThat(probe.probe()).isTrue();
		assertThat(probe.openings()).hasSize(1);
		assertThat(openings("a", wants("chat", 2))).isEmpty();
		send("b", new TargetReport("chat", 0, 0, 0, 0, List.of(Duration.ZERO), ProbeEnd.ANSWERED));
		assertThat(openings("a", wants("chat", 2))).hasSize(2);
	}

	@Test
	void exchangeWhenOperationIsRefusedThenAllTargetsWaitAndGateIsDescribed() {
		this.refusals.add(new Refusal(RefusalScope.OPERATION, "chat", Duration.ofSeconds(20), false));
		send("a");
		this.refusals.clear();
		pass(Duration.ofSeconds(5));
		SlotGrants grants = send("b", wants("other", 2));

		assertThat(grants.targets().get(0).openings()).isEmpty();
		assertThat(grants.fleet().operation()).isNotNull().satisfies((gate) -> {
			assertClose(gate.closedFor(), Duration.ofSeconds(5));
			assertThat(gate.opensIn()).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(17));
		});
	}

	@Test
	void exchangeWhenQuotaIsUsedUpThenOtherOperationsOfTheTenantWait() {
		this.refusals.add(new Refusal(RefusalScope.QUOTA, "chat", Duration.ofHours(1), false));
		send("a");
		this.refusals.clear();
		this.limits = new OperationLimits("chat.get", List.of(RateWindow.perSecond(50)), List.of());

		assertThat(openings("b", wants("", 1))).isEmpty();
		this.tenant = new TenantKey("other");
		assertThat(openings("b", wants("", 1))).hasSize(1);
	}

	@Test
	void exchangeWhenProbeIsRefusedThenWaitIsLonger() {
		this.refusals.add(new Refusal(RefusalScope.TARGET, "chat", null, false));
		send("a");
		this.refusals.clear();
		pass(Duration.ofMillis(1200));
		assertThat(target("a", wants("chat", 1)).probe()).isTrue();
		this.refusals.add(new Refusal(RefusalScope.TARGET, "chat", null, true));
		send("a", arrived("chat", 1, Duration.ZERO));
		this.refusals.clear();
		pass(Duration.ofMillis(1500));

		assertThat(openings("b", wants("chat", 1))).isEmpty();
		pass(Duration.ofMillis(800));
		assertThat(openings("b", wants("chat", 1))).hasSize(1);
	}

	@Test
	void exchangeWhenInstanceWithTheProbeIsSilentThenAnotherTries() {
		this.refusals.add(new Refusal(RefusalScope.TARGET, "chat", Duration.ofSeconds(1), false));
		send("a");
		this.refusals.clear();
		pass(Duration.ofMillis(1200));
		assertThat(target("a", wants("chat", 1)).probe()).isTrue();
		pass(Duration.ofSeconds(5));

		assertThat(target("b", wants("chat", 1)).probe()).isTrue();
	}

	@Test
	void exchangeWhenSeveralInstancesAreThereThenDescribesTheFleet() {
		send("a", wants("chat", 4));
		send("a", arrived("chat", 4, Duration.ZERO));
		send("b", wants("chat", 5));
		SlotGrants grants = send("a");

		assertThat(grants.fleet().instances()).isEqualTo(2);
		assertThat(grants.fleet().waiting()).isEqualTo(5);
		assertThat(grants.fleet().recent().ages().size() * grants.fleet().recent().callsPerAge())
			.isGreaterThanOrEqualTo(4);
	}

	@Test
	void exchangeWhenTenantOrOperationIsAnotherThenIsCountedAlone() {
		send("a", wants("chat", 4));
		this.tenant = new TenantKey("other");
		assertThat(openings("a", wants("chat", 4))).hasSize(4);
		this.limits = new OperationLimits("message.send", LIMITS.app(), LIMITS.target());
		assertThat(openings("a", wants("chat", 4))).hasSize(4);
	}

	@Test
	void exchangeWhenRequestsAreRandomThenAnswersAsTheReference() {
		for (long seed = 1; seed <= 6; seed++) {
			loseState();
			RandomRequests requests = new RandomRequests(seed);
			AtomicLong now = new AtomicLong();
			SlotExchange reference = new InMemorySlotExchange(now::get);
			for (int number = 0; number < 150; number++) {
				SlotRequest request = requests.next();
				assertThat(exchange().exchange(request).block()).as("seed %d, answer %d to %s", seed, number, request)
					.usingRecursiveComparison()
					.ignoringFields("epoch", "fleet.instances")
					.isEqualTo(reference.exchange(request).block());
				Duration pause = requests.pause();
				now.addAndGet(pause.toNanos());
				pass(pause);
			}
		}
	}

	/** Fills the chat; its four slots open 100 ms after the last request. */
	private void fill(String instance) {
		send(instance, wants("chat", 4));
		send(instance, arrived("chat", 4, Duration.ZERO));
		pass(SECOND.minusMillis(200));
	}

	private static TargetReport wants(String target, int calls) {
		return new TargetReport(target, calls, 0, 0, 0, List.of(), null);
	}

	private static TargetReport arrived(String target, int calls, Duration age) {
		return new TargetReport(target, 0, 0, 0, 0, IntStream.range(0, calls).mapToObj((call) -> age).toList(), null);
	}

	private List<Duration> openings(String instance, TargetReport report) {
		return target(instance, report).openings();
	}

	private TargetGrant target(String instance, TargetReport report) {
		return send(instance, report).targets().get(0);
	}

	private SlotGrants send(String instance, TargetReport... reports) {
		SlotGrants grants = exchange()
			.exchange(new SlotRequest(this.limits, this.tenant,
					new Instance(instance, this.formerIds, this.epoch, this.awayFor),
					new Terms(HEADROOM, Duration.ofMillis(100), Duration.ofSeconds(3)), List.of(reports), this.refusals,
					null))
			.block();
		assertThat(grants).isNotNull();
		return grants;
	}

	private void assertClose(@Nullable Duration actual, Duration expected) {
		assertThat(actual).isNotNull().isBetween(expected.minus(tolerance()), expected);
	}

	/**
	 * Requests of three instances for three targets. No wait of a gate is positive,
	 * because the exchange extends it by a random time.
	 */
	private static final class RandomRequests {

		private static final List<String> TARGETS = List.of("", "one", "two");

		private static final OperationLimits BUSY = new OperationLimits("busy",
				List.of(new RateWindow(60, Duration.ofSeconds(1))), List.of(new RateWindow(50, Duration.ofSeconds(1))));

		private final Random random;

		private final OperationLimits limits;

		/** Bound of the number of calls in a report. */
		private final int most;

		private final List<String> ids = new ArrayList<>(List.of("a", "b", "c"));

		private int renewals;

		RandomRequests(long seed) {
			this.random = new Random(seed);
			this.limits = (seed % 2 == 0) ? BUSY : LIMITS;
			this.most = (seed % 2 == 0) ? 20 : 6;
		}

		SlotRequest next() {
			return new SlotRequest(this.limits, null, instance(),
					new Terms(HEADROOM, Duration.ofMillis(100), Duration.ofSeconds(3)),
					TARGETS.stream().filter((target) -> oneIn(2)).map(this::report).toList(),
					oneIn(20) ? List.of(refusal()) : List.of(), oneIn(10) ? millis(20, 40) : null);
		}

		Duration pause() {
			return oneIn(100) ? Duration.ofSeconds(61)
					: oneIn(30) ? millis(2000, 4000) : oneIn(10) ? millis(200, 1200) : millis(0, 80);
		}

		private Instance instance() {
			int index = this.random.nextInt(this.ids.size());
			List<String> former = List.of();
			if (oneIn(30)) {
				former = List.of(this.ids.get(index));
				this.ids.set(index, "renewed " + this.renewals++);
			}
			return new Instance(this.ids.get(index), former, oneIn(60) ? "another" : null,
					oneIn(60) ? millis(300, 3000) : Duration.ZERO);
		}

		private TargetReport report(String target) {
			int arrivals = oneIn(2) ? this.random.nextInt(this.most) : 0;
			return new TargetReport(target, oneIn(2) ? this.random.nextInt(this.most) : 0,
					oneIn(3) ? this.random.nextInt(this.most) : 0, oneIn(5) ? this.random.nextInt(3) : 0,
					oneIn(40) ? this.random.nextInt(3) : 0,
					IntStream.range(0, arrivals).mapToObj((call) -> millis(0, 150)).toList(),
					oneIn(4) ? (oneIn(2) ? ProbeEnd.ANSWERED : ProbeEnd.UNKNOWN) : null);
		}

		private Refusal refusal() {
			return new Refusal(RefusalScope.OPERATION, TARGETS.get(this.random.nextInt(TARGETS.size())), Duration.ZERO,
					oneIn(2));
		}

		private boolean oneIn(int number) {
			return this.random.nextInt(number) == 0;
		}

		private Duration millis(int least, int most) {
			return Duration.ofMillis(this.random.nextInt(least, most + 1));
		}

	}

}
