package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

class ClosableRateLimiterTests {

	private static final PermitRequest REQUEST = PermitRequest.of("ephemeral.send", "oc_1");

	private final Sinks.One<Permit> later = Sinks.one();

	private final AtomicInteger released = new AtomicInteger();

	private final List<String> events = new ArrayList<>();

	private boolean departs = true;

	private final ClosableRateLimiter open = new ClosableRateLimiter(
			(request) -> Mono.fromSupplier(CountingPermit::new));

	private final ClosableRateLimiter full = new ClosableRateLimiter((request) -> this.later.asMono());

	@Test
	void closeWhenCallsWaitThenAllOfThemWereNotSent() {
		StepVerifier.create(this.full.acquire(REQUEST))
			.then(() -> this.full.close())
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(NotSentException.class)
				.hasMessageStartingWith("ephemeral.send was not sent"))
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void acquireWhenClosedThenIsRefusedAndLimiterIsNotAsked() {
		this.open.close();

		StepVerifier.create(this.open.acquire(REQUEST)).verifyError(NotSentException.class);
		assertThat(this.open.underWay()).isZero();
	}

	@Test
	void acquireWhenOpenedAgainThenIsGranted() {
		this.open.close();
		this.open.open();

		StepVerifier.create(this.open.acquire(REQUEST)).expectNextCount(1).verifyComplete();
	}

	@Test
	void closeWhenNothingIsUnderWayThenCompletes() {
		StepVerifier.create(this.open.close()).verifyComplete();
	}

	@Test
	void closeWhenCallsWaitThenTheyLeaveTheQueueAtOnce() {
		TestPublisher<Permit> queue = TestPublisher.create();
		ClosableRateLimiter limiter = new ClosableRateLimiter((request) -> queue.mono());
		limiter.acquire(REQUEST).subscribe((permit) -> {
		}, (error) -> {
		});
		limiter.close();

		queue.assertCancelled();
	}

	@Test
	void closeWhenPermitsAreHeldThenCompletesWithTheLastRelease() {
		List<Permit> permits = new ArrayList<>();
		this.open.acquire(REQUEST).subscribe(permits::add);
		this.open.acquire(REQUEST).subscribe(permits::add);
		permits.get(0).release();
		permits.get(0).release();

		StepVerifier.create(this.open.close())
			.then(() -> assertThat(this.open.underWay()).isOne())
			.then(() -> permits.get(1).release())
			.verifyComplete();
		assertThat(this.released).hasValue(3);
	}

	@Test
	void acquireWhenPermitComesWithTheClosingThenIsReleased() {
		ClosableRateLimiter[] limiter = new ClosableRateLimiter[1];
		limiter[0] = new ClosableRateLimiter((request) -> Mono.fromSupplier(() -> {
			limiter[0].close();
			return new CountingPermit();
		}));

		StepVerifier.create(limiter[0].acquire(REQUEST)).verifyError(NotSentException.class);
		assertThat(this.released).hasValue(1);
		assertThat(limiter[0].underWay()).isZero();
	}

	@Test
	void acquireWhenCanceledThenPermitThatStillComesIsReleased() {
		Disposable caller = this.full.acquire(REQUEST).subscribe();
		caller.dispose();
		this.later.tryEmitValue(new CountingPermit());

		StepVerifier.create(this.full.close()).verifyComplete();
	}

	@Test
	void acquireWhenLimiterRefusesThenErrorPasses() {
		ClosableRateLimiter refusing = new ClosableRateLimiter(
				(request) -> Mono.error(new IllegalStateException("no")));

		StepVerifier.create(refusing.acquire(REQUEST)).verifyErrorMessage("no");
	}

	@Test
	void acquireWhenCallerLeavesOrLimiterClosesThenWaitIsCanceled() {
		this.full.acquire(REQUEST).subscribe().dispose();
		assertThat(this.later.currentSubscriberCount()).isZero();

		StepVerifier.create(this.full.acquire(REQUEST))
			.then(() -> this.full.close())
			.expectError(NotSentException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(this.later.currentSubscriberCount()).isZero();
	}

	@Test
	void acquireWhenPermitComesTwiceThenSecondIsReleased() {
		TestPublisher<Permit> misbehaving = TestPublisher
			.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		List<Permit> permits = new ArrayList<>();
		new ClosableRateLimiter((request) -> Mono.fromDirect(misbehaving)).acquire(REQUEST).subscribe(permits::add);
		misbehaving.next(new CountingPermit());
		misbehaving.next(new CountingPermit());

		assertThat(permits).hasSize(1);
		assertThat(this.released).hasValue(1);
	}

	@Test
	void acquireWhenGrantedThenContextOfTheCallerArrives() {
		ClosableRateLimiter limiter = new ClosableRateLimiter((request) -> Mono
			.deferContextual((context) -> context.hasKey("caller") ? Mono.just(new CountingPermit()) : Mono.empty()));

		StepVerifier.create(limiter.acquire(REQUEST).contextWrite((context) -> context.put("caller", "ada")))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void permitWhenUsedThenLimiterLearnsOfIt() {
		Permit permit = this.open.acquire(REQUEST).block();
		permit.answered();
		permit.refused(RefusalScope.TARGET, Duration.ofSeconds(1));

		assertThat(permit.sent()).isTrue();
		this.departs = false;
		assertThat(permit.sent()).isFalse();
		assertThat(this.events).containsExactly("answered", "refused TARGET PT1S");
	}

	@Test
	void limiterWhenAskedThenTellsWhatTheOneWithinKnows() {
		RateLimiter limiter = RateLimiter.slidingWindows(RateLimitPolicy.standard());

		assertThat(new ClosableRateLimiter(limiter).limits()).isEqualTo(limiter.limits()).isNotNull();
		assertThat(new ClosableRateLimiter(closedGate()).closedGates()).hasSize(1);
	}

	private static RateLimiter closedGate() {
		RateLimiter limiter = RateLimiter.slidingWindows(RateLimitPolicy.standard());
		Permit permit = limiter.acquire(REQUEST).block();
		permit.sent();
		permit.refused(RefusalScope.OPERATION, Duration.ofMinutes(4));
		return limiter;
	}

	private final class CountingPermit implements Permit {

		@Override
		public boolean sent() {
			return ClosableRateLimiterTests.this.departs;
		}

		@Override
		public void answered() {
			ClosableRateLimiterTests.this.events.add("answered");
		}

		@Override
		public void refused(RefusalScope scope, @Nullable Duration retryAfter) {
			ClosableRateLimiterTests.this.events.add("refused " + scope + " " + retryAfter);
		}

		@Override
		public void release() {
			ClosableRateLimiterTests.this.released.incrementAndGet();
		}

	}

}
