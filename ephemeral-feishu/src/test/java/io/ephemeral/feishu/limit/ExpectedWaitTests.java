package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waits that the limiter expects, some time after its first call.
 */
class ExpectedWaitTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(
			RateLimitPolicy.standard().maxWait(Duration.ofDays(1)), RateLimits.standard(), () -> this.time);

	/** The time of the limiter begins when it is used first. */
	@BeforeEach
	void timePasses() {
		this.time.advanceTimeBy(Duration.ofHours(3));
		assertThat(this.limiter.use()).isEmpty();
		this.time.advanceTimeBy(Duration.ofMinutes(7));
	}

	@Test
	void acquireWhenChatIsFullThenWaitsForItsWindow() {
		answered("a", 40);

		assertExpected(to("a"), 1010, "40 calls in 1 s for one target");
		this.time.advanceTimeBy(Duration.ofMillis(300));
		assertExpected(to("a"), 710, "40 calls in 1 s for one target");
	}

	@Test
	void acquireWhenOthersWaitForTheChatThenWaitsBehindThem() {
		answered("a", 40);
		waiting(to("a"), 40);

		assertExpected(to("a"), 2020, "40 calls in 1 s for one target");
	}

	@Test
	void acquireWhenBulkCallsWaitThenPersonGoesBeforeThem() {
		answered("a", 40);
		waiting(to("a").priority(CallPriority.BULK), 40);

		assertExpected(to("a"), 1010, "40 calls in 1 s for one target");
		assertExpected(to("a").priority(CallPriority.BULK), 2020, "40 calls in 1 s for one target");
	}

	@Test
	void acquireWhenAllSlotsOfTheAppAreUsedThenWaitsForItsWindow() {
		IntStream.range(0, 50).forEach((chat) -> answered("chat " + chat, 1));

		assertExpected(to("a"), 1010, "50 calls in 1 s for the app");
	}

	@Test
	void acquireWhenOtherChatsWaitThenEachHasItsTurnBefore() {
		IntStream.range(0, 50).forEach((chat) -> answered("chat " + chat, 1));
		IntStream.range(0, 50).forEach((chat) -> waiting(to("chat " + chat), 1));

		assertExpected(to("a"), 2020, "50 calls in 1 s for the app");
	}

	@Test
	void acquireWhenOneChatHasManyCallsThenDoesNotWaitForAllOfThem() {
		answered("b", 40);
		answered("c", 10);
		waiting(to("b"), 200);

		assertExpected(to("a"), 1010, "50 calls in 1 s for the app");
	}

	@Test
	void acquireWhenOthersHaveLeftTheQueueThenDoesNotWaitForThem() {
		answered("a", 40);
		List<Disposable> others = waiting(to("a"), 40);
		others.forEach(Disposable::dispose);

		assertExpected(to("a"), 1010, "40 calls in 1 s for one target");
		IntStream.range(0, 10).forEach((chat) -> answered("chat " + chat, 1));
		assertExpected(to("b"), 1010, "50 calls in 1 s for the app");
	}

	@Test
	void acquireWhenChatIsRefusedThenOnlyItsCallsWait() {
		refused(RefusalScope.TARGET, Duration.ofSeconds(40));
		this.time.advanceTimeBy(Duration.ofSeconds(30));

		assertThat(expected(to("a"))).isNotNull()
			.satisfies((error) -> assertThat(error.expectedWait()).isBetween(Duration.ofSeconds(10),
					Duration.ofSeconds(14)))
			.extracting(PermitUnavailableException::limit)
			.isEqualTo("a refusal by the platform");
		assertThat(expected(to("b"))).isNull();
	}

	@Test
	void acquireWhenOperationIsRefusedThenOnlyItsCallsWait() {
		refused(RefusalScope.OPERATION, Duration.ofSeconds(40));
		this.time.advanceTimeBy(Duration.ofSeconds(30));

		assertThat(expected(to("b"))).isNotNull()
			.extracting(PermitUnavailableException::retryAfter)
			.satisfies((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(14)));
		assertThat(expected(PermitRequest.of("chat.get", "a"))).isNull();
	}

	@Test
	void acquireWhenQuotaIsUsedUpThenAllCallsOfTheTenantWait() {
		refused(RefusalScope.QUOTA, null);
		this.time.advanceTimeBy(Duration.ofMinutes(40));

		assertThat(expected(PermitRequest.of("chat.get", null))).isNotNull().satisfies((error) -> {
			assertThat(error.operation()).isEqualTo("chat.get");
			assertThat(error.limit()).isEqualTo("the monthly quota");
			assertThat(error.expectedWait()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(26));
		});
		assertThat(expected(
				new PermitRequest("chat.get", new TenantKey("other"), null, CallPriority.INTERACTIVE, Duration.ZERO)))
			.isNull();
	}

	@Test
	void acquireWhenQuotaMayBeThereAgainThenOneCallTriesForAll() {
		refused(RefusalScope.QUOTA, null);
		List<Permit> permits = new ArrayList<>();
		this.limiter.acquire(to("a")).subscribe(permits::add);
		this.limiter.acquire(PermitRequest.of("chat.get", null)).subscribe(permits::add);
		this.time.advanceTimeBy(Duration.ofMinutes(66));

		assertThat(permits).hasSize(1);
		permits.get(0).sent();
		permits.get(0).answered();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(permits).hasSize(2);
		assertThat(this.limiter.closedGates()).isEmpty();
	}

	private void answered(String chat, int calls) {
		for (int call = 0; call < calls; call++) {
			Permit permit = permit(chat);
			permit.sent();
			permit.answered();
		}
	}

	private void refused(RefusalScope scope, @Nullable Duration retryAfter) {
		Permit permit = permit("a");
		permit.sent();
		permit.refused(scope, retryAfter);
	}

	private Permit permit(String chat) {
		List<Permit> permits = new ArrayList<>();
		this.limiter.acquire(to(chat)).subscribe(permits::add);
		return permits.get(0);
	}

	private List<Disposable> waiting(PermitRequest request, int calls) {
		return IntStream.range(0, calls).mapToObj((call) -> this.limiter.acquire(request).subscribe()).toList();
	}

	private void assertExpected(PermitRequest request, long millis, String limit) {
		StepVerifier.create(this.limiter.acquire(request.maxWait(Duration.ZERO)))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(PermitUnavailableException.class,
					(unavailable) -> {
						assertThat(unavailable.expectedWait()).isEqualTo(Duration.ofMillis(millis));
						assertThat(unavailable.limit()).isEqualTo(limit);
					}))
			.verify();
	}

	/** Returns why a call that may not wait is refused; null if it may leave. */
	private @Nullable PermitUnavailableException expected(PermitRequest request) {
		List<Throwable> errors = new ArrayList<>();
		this.limiter.acquire(request.maxWait(Duration.ZERO)).subscribe(Permit::release, errors::add);
		return errors.isEmpty() ? null : (PermitUnavailableException) errors.get(0);
	}

	private static PermitRequest to(String chat) {
		return PermitRequest.of("ephemeral.send", chat);
	}

}
