package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.ephemeral.feishu.RateLimited;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class SlidingWindowRateLimiterTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final RateLimitPolicy PATIENT = RateLimitPolicy.standard().maxWait(HOUR).maxWaiting(200_000);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private SlidingWindowRateLimiter limiter = limiter(PATIENT);

	/** Milliseconds at which calls left, by chat. */
	private final Map<String, List<Long>> departures = new ConcurrentHashMap<>();

	private final List<Throwable> errors = new ArrayList<>();

	@Test
	void acquireWhenFourHundredGoToOneChatThenFortyLeaveInEachSecond() {
		send("a", 400);
		this.time.advanceTimeBy(Duration.ofSeconds(20));

		assertThat(this.departures.get("a")).hasSize(400);
		assertThat(last("a")).isEqualTo(9 * 1010L);
		assertThat(this.departures.get("a").subList(0, 40)).containsOnly(0L);
	}

	@Test
	void acquireWhenTwoThousandGoToFiftyChatsThenTheMinuteIsTheBound() {
		for (int i = 0; i < 40; i++) {
			IntStream.range(0, 50).forEach((chat) -> send("chat " + chat, 1));
		}
		this.time.advanceTimeBy(Duration.ofMinutes(2));

		assertThat(this.departures.values().stream().mapToInt(List::size).sum()).isEqualTo(2000);
		assertThat(this.departures.keySet().stream().mapToLong(this::last).max()).hasValue(60_010 + 19 * 1010L);
	}

	@Test
	void useWhenCallsLeftOrWaitThenCountsThemAndNamesNoChat() {
		send("a", 45);
		send("b", 3);
		permit("b");

		assertThat(this.limiter.use()).containsExactly(new LimitUse("ephemeral.send", null, 5, 1,
				List.of(new WindowUse(RateWindow.perSecond(50), 44), new WindowUse(RateWindow.perMinute(1000), 44)), 2,
				List.of(new WindowUse(RateWindow.perSecond(40), 40))));
		assertThat(new ClosableRateLimiter(this.limiter).use()).isEqualTo(this.limiter.use());
	}

	@Test
	void acquireWhenOneChatIsFullThenOthersDoNotWait() {
		send("hot", 2000);
		for (int i = 0; i < 100; i++) {
			send("chat " + i, 1);
			this.time.advanceTimeBy(Duration.ofMillis(200));
		}

		List<Long> waits = IntStream.range(0, 100).mapToObj((i) -> last("chat " + i) - i * 200L).toList();
		assertThat(waits).allMatch((wait) -> wait < 1000);
	}

	@Test
	void acquireWhenSeveralChatsWaitThenTheyTakeTurns() {
		send("a", 60);
		send("b", 60);
		send("c", 60);
		this.time.advanceTimeBy(Duration.ofMillis(1010));

		assertThat(this.departures.get("c")).hasSizeBetween(16, 17);
	}

	@Test
	void acquireWhenPersonWaitsThenBulkGoesBehindButGoes() {
		acquire(request("a").priority(CallPriority.BULK), "bulk", 100);
		acquire(request("a"), "person", 100);
		this.time.advanceTimeBy(Duration.ofMillis(1010));

		assertThat(this.departures.get("bulk")).hasSize(40 + 4);
		assertThat(this.departures.get("person")).hasSize(36);
	}

	@Test
	void acquireWhenChatHasRoomForOneAtATimeThenBulkGoesToo() {
		IntStream.range(0, 40).forEach((i) -> {
			send("a", 1);
			this.time.advanceTimeBy(Duration.ofMillis(25));
		});
		acquire(request("a").priority(CallPriority.BULK), "bulk", 20);
		acquire(request("a"), "person", 200);
		this.time.advanceTimeBy(Duration.ofMillis(2525));

		assertThat(this.departures.get("person")).hasSize(90);
		assertThat(this.departures.get("bulk")).hasSize(10);
	}

	@Test
	void acquireWhenWaitWouldBeTooLongThenIsRefusedAtOnceWithWaitAndWindow() {
		send("a", 200);
		acquire(request("a").maxWait(Duration.ofSeconds(4)), "a", 1);

		assertThat(this.errors).singleElement().isInstanceOfSatisfying(PermitUnavailableException.class, (error) -> {
			assertThat(error.expectedWait()).isCloseTo(Duration.ofMillis(5050), Duration.ofMillis(20));
			assertThat(error.limit()).isEqualTo("40 calls in 1 s for one target");
			assertThat(error).isInstanceOf(RateLimited.class)
				.hasMessageStartingWith("ephemeral.send was not sent, because it would have to wait for about 5.1 s");
		});
	}

	@Test
	void acquireWhenCallUnderWayTakesTooLongThenWaitEndsInTime() {
		IntStream.range(0, 40).forEach((i) -> this.limiter.acquire(request("a")).subscribe(Permit::sent));
		acquire(request("a").maxWait(Duration.ofSeconds(3)), "a", 1);

		this.time.advanceTimeBy(Duration.ofMillis(2999));
		assertThat(this.errors).isEmpty();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.errors).singleElement().isInstanceOf(PermitUnavailableException.class);
	}

	@Test
	void acquireWhenTooManyWaitThenIsRefused() {
		this.limiter = limiter(PATIENT.maxWaiting(10));
		send("a", 51);

		assertThat(this.errors).singleElement()
			.asString()
			.endsWith("send it later, because the number of waiting calls has reached feishu.rate-limit.max-waiting");
	}

	@Test
	void acquireWhenWaitingCallIsCancelledThenNextTakesItsPlace() {
		send("a", 40);
		Disposable first = acquire(request("a"), "canceled", 1);
		send("a", 1);
		first.dispose();
		this.time.advanceTimeBy(Duration.ofMillis(1010));

		assertThat(this.departures).doesNotContainKey("canceled");
		assertThat(last("a")).isEqualTo(1010);
	}

	@Test
	void acquireWhenCallerHasLeftAlreadyThenTakesNoSlot() {
		IntStream.range(0, 40)
			.forEach((i) -> this.limiter.acquire(request("a")).doOnSubscribe(Subscription::cancel).subscribe());
		send("a", 40);

		assertThat(this.departures.get("a")).hasSize(40);
	}

	@Test
	void acquireWhenCallMayWaitForEverThenWaits() {
		send("a", 40);
		acquire(request("a").maxWait(ChronoUnit.FOREVER.getDuration()), "patient", 1);
		this.time.advanceTimeBy(Duration.ofMillis(1010));

		assertThat(this.errors).isEmpty();
		assertThat(last("patient")).isEqualTo(1010);
	}

	@Test
	void refusedWhenPlatformAsksToWaitForEverThenOneCallTriesAfterFiveMinutes() {
		for (Duration wait : List.of(ChronoUnit.FOREVER.getDuration(), Duration.ofSeconds(999_999))) {
			this.limiter = limiter(PATIENT);
			this.departures.clear();
			long start = this.time.now(TimeUnit.MILLISECONDS);
			Permit refused = permit("a");
			refused.sent();
			refused.refused(RefusalScope.OPERATION, wait);
			List<Permit> probes = new ArrayList<>();
			this.limiter.acquire(request("a")).subscribe(probes::add);
			send("a", 1);

			this.time.advanceTimeBy(Duration.ofMinutes(4));
			assertThat(probes).isEmpty();
			this.time.advanceTimeBy(Duration.ofMinutes(1));
			assertThat(probes).hasSize(1);
			assertThat(this.departures).isEmpty();
			probes.get(0).sent();
			probes.get(0).answered();
			this.time.advanceTimeBy(Duration.ZERO);
			assertThat(last("a") - start).isEqualTo(Duration.ofMinutes(5).toMillis());
		}
	}

	@Test
	void closedGatesWhenPlatformRefusesThenTellWhatIsStoppedUntilItAnswers() {
		Permit refused = permit("a");
		refused.sent();
		refused.refused(RefusalScope.TARGET, Duration.ofSeconds(100));
		this.time.advanceTimeBy(Duration.ofSeconds(10));

		assertThat(this.limiter.closedGates()).singleElement().satisfies((gate) -> {
			assertThat(gate.operation()).isEqualTo("ephemeral.send");
			assertThat(gate.scope()).isEqualTo(RefusalScope.TARGET);
			assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(10));
			assertThat(gate.opensIn()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
			assertThat(gate.lasts()).isTrue();
		});
		this.time.advanceTimeBy(Duration.ofSeconds(100));
		send("a", 1);
		assertThat(this.limiter.closedGates()).isEmpty();
	}

	@Test
	void closedGatesWhenRefusalsAddUpToMoreThanAMinuteThenLast() {
		Permit refused = permit("a");
		for (int i = 0; i < 5; i++) {
			refused.sent();
			refused.refused(RefusalScope.OPERATION, Duration.ofSeconds(20));
			assertThat(this.limiter.closedGates()).singleElement()
				.satisfies((gate) -> assertThat(gate.lasts()).isEqualTo(gate.closedFor().toSeconds() >= 40));
			this.time.advanceTimeBy(Duration.ofSeconds(22));
			refused = permit("a");
		}
	}

	@Test
	void closedGatesWhenQuotaIsUsedUpThenTellOfIt() {
		Permit refused = permit("a");
		refused.sent();
		refused.refused(RefusalScope.QUOTA, null);

		assertThat(this.limiter.closedGates()).singleElement().satisfies((gate) -> {
			assertThat(gate.operation()).isNull();
			assertThat(gate.scope()).isEqualTo(RefusalScope.QUOTA);
		});
	}

	@Test
	void releaseWhenNothingWasSentThenSlotIsFreeAtOnce() {
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 40).forEach((i) -> this.limiter.acquire(request("a")).subscribe(permits::add));
		send("a", 1);
		assertThat(this.departures).isEmpty();

		permits.get(0).release();
		this.time.advanceTimeBy(Duration.ZERO);

		assertThat(last("a")).isZero();
		assertThat(permits.get(0).sent()).isFalse();
	}

	@Test
	void releaseWhenRequestHasLeftThenSlotCounts() {
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 40).forEach((i) -> this.limiter.acquire(request("a")).subscribe(permits::add));
		permits.forEach(Permit::sent);
		send("a", 1);
		this.time.advanceTimeBy(Duration.ofMillis(500));
		permits.forEach(Permit::release);
		this.time.advanceTimeBy(Duration.ofSeconds(2));

		assertThat(last("a")).isEqualTo(1510);
	}

	@Test
	void sentWhenCalledTwiceThenSecondMayNotLeave() {
		this.limiter.acquire(request("a")).subscribe((permit) -> {
			assertThat(permit.sent()).isTrue();
			assertThat(permit.sent()).isFalse();
		});
	}

	@Test
	void refusedWhenChatIsFullThenOnlyThatChatWaitsAndOneGoesFirst() {
		this.limiter.acquire(request("a")).subscribe((permit) -> {
			permit.sent();
			permit.refused(RefusalScope.TARGET, Duration.ofSeconds(10));
		});
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 3).forEach((i) -> this.limiter.acquire(request("a")).subscribe(permits::add));
		send("b", 1);
		assertThat(last("b")).isZero();
		assertThat(permits).isEmpty();

		this.time.advanceTimeBy(Duration.ofSeconds(11));
		assertThat(permits).hasSize(1);
		permits.get(0).sent();
		permits.get(0).answered();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(permits).hasSize(3);
	}

	@Test
	void refusedWhenProbeIsRefusedThenGateStaysClosedForLonger() {
		Permit refused = permit("a");
		refused.sent();
		refused.refused(RefusalScope.OPERATION, null);
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 2).forEach((i) -> this.limiter.acquire(request("b")).subscribe(permits::add));

		this.time.advanceTimeBy(Duration.ofMillis(1100));
		assertThat(permits).hasSize(1);
		permits.get(0).sent();
		permits.get(0).refused(RefusalScope.OPERATION, null);
		this.time.advanceTimeBy(Duration.ofMillis(1999));
		assertThat(permits).hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(201));
		assertThat(permits).hasSize(2);
	}

	@Test
	void refusedWhenProbeWasNeverSentThenAnotherOneGoes() {
		Permit refused = permit("a");
		refused.sent();
		refused.refused(RefusalScope.OPERATION, null);
		List<Permit> permits = new ArrayList<>();
		IntStream.range(0, 2).forEach((i) -> this.limiter.acquire(request("b")).subscribe(permits::add));
		this.time.advanceTimeBy(Duration.ofMillis(1100));
		permits.get(0).release();
		this.time.advanceTimeBy(Duration.ZERO);

		assertThat(permits).hasSize(2);
	}

	@Test
	void refusedWhenQuotaIsUsedUpThenAllOperationsOfTheCompanyStopAndOthersDoNot() {
		Permit refused = permit("a");
		refused.sent();
		refused.refused(RefusalScope.QUOTA, null);
		acquire(PermitRequest.of("ephemeral.delete", null).maxWait(Duration.ofSeconds(5)), "delete", 1);
		acquire(new PermitRequest("ephemeral.send", new TenantKey("other"), "a", CallPriority.INTERACTIVE, null),
				"other", 1);

		assertThat(this.errors).singleElement().isInstanceOfSatisfying(PermitUnavailableException.class, (error) -> {
			assertThat(error.limit()).isEqualTo("the monthly quota");
			assertThat(error.expectedWait()).isBetween(HOUR, Duration.ofMinutes(66));
		});
		assertThat(last("other")).isZero();
		this.time.advanceTimeBy(Duration.ofMinutes(66));
		acquire(PermitRequest.of("ephemeral.delete", null), "delete", 1);
		assertThat(this.departures.get("delete")).hasSize(1);
	}

	@Test
	void acquireWhenInstancesShareThenEachTakesItsPart() {
		this.limiter = limiter(PATIENT.instances(3));
		send("a", 30);

		assertThat(this.departures.get("a")).hasSize(13);
	}

	@Test
	void acquireWhenMessagesAndRepliesGoToOneChatThenTheyAreCountedTogether() {
		acquire(PermitRequest.of("message.send", "a"), "send", 3);
		acquire(PermitRequest.of("message.reply", "a"), "reply", 3);

		assertThat(this.departures.get("reply")).hasSize(2);
	}

	@Test
	void answeredWhenConnectionsWereColdThenFastestOfThemIsNotTakenForTheWay() {
		List<Permit> cold = IntStream.range(0, 40).mapToObj((i) -> permit("a")).toList();
		cold.forEach(Permit::sent);
		this.time.advanceTimeBy(Duration.ofMillis(300));
		cold.subList(0, 10).forEach(Permit::answered);
		this.time.advanceTimeBy(Duration.ofMillis(300));
		cold.subList(10, 40).forEach(Permit::answered);
		send("a", 40);
		this.time.advanceTimeBy(Duration.ofSeconds(3));

		assertThat(this.departures.get("a").get(9)).isEqualTo(300 + 1010);
		assertThat(this.departures.get("a").get(10)).isEqualTo(600 + 1010);
	}

	@Test
	void answeredWhenTheWayIsKnownThenWindowsCountFromTheArrival() {
		answered(Duration.ofMillis(300), 40);
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		answered(Duration.ofMillis(100), 20);
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		answered(Duration.ofMillis(100), 40);
		long end = this.time.now(TimeUnit.MILLISECONDS);
		send("a", 1);
		this.time.advanceTimeBy(Duration.ofSeconds(3));

		assertThat(last("a")).isEqualTo(end - 100 + 1010);
	}

	/** Calls to "a" whose responses take some time. */
	private void answered(Duration way, int calls) {
		List<Permit> permits = IntStream.range(0, calls).mapToObj((i) -> permit("a")).toList();
		permits.forEach(Permit::sent);
		this.time.advanceTimeBy(way);
		permits.forEach(Permit::answered);
	}

	@Test
	void limiterWhenIdleThenForgetsEverything() {
		IntStream.range(0, 2000).forEach((i) -> send("chat " + i, 1));
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(this.limiter).hasToString("SlidingWindowRateLimiter[queues=1, waiting=1000]");

		this.time.advanceTimeBy(Duration.ofMinutes(3));

		assertThat(this.limiter).hasToString("SlidingWindowRateLimiter[queues=0, waiting=0]");
	}

	@Test
	void acquireWhenHundredThousandWaitThenThereIsNoThreadMore() {
		SlidingWindowRateLimiter real = new SlidingWindowRateLimiter(PATIENT, RateLimits.standard(),
				Schedulers::parallel);
		real.acquire(request("warm")).block();
		int before = Thread.activeCount();
		List<Disposable> callers = IntStream.range(0, 100_000)
			.mapToObj((i) -> real.acquire(request("chat " + i % 1000).maxWait(Duration.ofDays(1))).subscribe())
			.toList();

		assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + Schedulers.DEFAULT_POOL_SIZE);
		callers.forEach(Disposable::dispose);
		assertThat(real.toString()).endsWith("waiting=0]");
	}

	@Test
	void acquireWhenManyWaitedThenTheyGoOnInParallel() throws Exception {
		SlidingWindowRateLimiter real = new SlidingWindowRateLimiter(PATIENT.headroom(Duration.ZERO),
				new RateLimits(Map.of(), List.of(new RateWindow(20, Duration.ofMillis(50)))),
				() -> new ParallelThreads(this.time));
		CountDownLatch left = new CountDownLatch(40);
		Set<String> threads = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 40; i++) {
			real.acquire(PermitRequest.of("x", null)).subscribe((permit) -> {
				threads.add(Thread.currentThread().getName());
				permit.sent();
				permit.answered();
				left.countDown();
			});
		}

		assertThat(left.getCount()).isEqualTo(20);

		this.time.advanceTimeBy(Duration.ofMillis(50));

		assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(new TreeSet<>(threads)).filteredOn((name) -> name.startsWith("parallel")).hasSizeGreaterThan(1);
	}

	private SlidingWindowRateLimiter limiter(RateLimitPolicy policy) {
		return new SlidingWindowRateLimiter(policy, RateLimits.standard(), () -> this.time);
	}

	private static PermitRequest request(String chat) {
		return PermitRequest.of("ephemeral.send", chat);
	}

	private Permit permit(String chat) {
		List<Permit> permits = new ArrayList<>();
		this.limiter.acquire(request(chat)).subscribe(permits::add);
		return permits.get(0);
	}

	private void send(String chat, int calls) {
		acquire(request(chat), chat, calls);
	}

	private Disposable acquire(PermitRequest request, String name, int calls) {
		Disposable[] callers = new Disposable[calls];
		for (int i = 0; i < calls; i++) {
			callers[i] = this.limiter.acquire(request).subscribe((permit) -> {
				this.departures.computeIfAbsent(name, (key) -> new ArrayList<>())
					.add(this.time.now(TimeUnit.MILLISECONDS));
				permit.sent();
				permit.answered();
			}, this.errors::add);
		}
		return callers[0];
	}

	private long last(String chat) {
		List<Long> departures = this.departures.get(chat);
		return departures.get(departures.size() - 1);
	}

	/**
	 * Scheduler with several threads and with the time of the test.
	 */
	private static final class ParallelThreads implements Scheduler {

		private final Scheduler threads = Schedulers.parallel();

		private final VirtualTimeScheduler time;

		ParallelThreads(VirtualTimeScheduler time) {
			this.time = time;
		}

		@Override
		public long now(TimeUnit unit) {
			return this.time.now(unit);
		}

		@Override
		public Disposable schedule(Runnable task) {
			return this.threads.schedule(task);
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			return this.time.schedule(task, delay, unit);
		}

		@Override
		public Worker createWorker() {
			return this.threads.createWorker();
		}

	}

}
