package io.ephemeral.feishu.auth;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.ephemeral.feishu.DebugLog;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class TenantTokenProviderTests {

	private static final Duration LIFE = Duration.ofHours(2);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicLong elapsed = new AtomicLong(Long.MAX_VALUE - 1);

	private Mono<TenantToken> platform = Mono
		.fromSupplier(() -> new TenantToken("t-" + this.requests.get(), this.clock.instant().plus(LIFE)));

	private final TenantTokenProvider tokens = new TenantTokenProvider((request) -> {
		this.requests.incrementAndGet();
		return this.platform;
	}, Duration.ofMinutes(10), this.clock, this.elapsed::get);

	@Test
	void tokenWhenAskedAgainThenIsKept() {
		assertThat(token()).isEqualTo("t-1");
		advance(LIFE.minusMinutes(10).minusSeconds(1));
		assertThat(token()).isEqualTo("t-1");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenWhenObtainedThenLogTellsWhoseItIsAndItsEndButNotTheToken() {
		try (DebugLog log = DebugLog.of(TenantTokenProvider.class.getPackage())) {
			token();
			this.tokens.token(tenant(1)).block();

			assertThat(log.lines()).containsExactly("The tenant access token is valid until 2026-01-01T02:00:00Z",
					"The tenant access token of " + tenant(1) + " is valid until 2026-01-01T02:00:00Z");
		}
	}

	@Test
	void statesWhenTokensAreHeldRenewedOrOverThenTellWithoutAsking() {
		token();
		assertThat(this.tokens.states())
			.containsExactly(new TokenState(null, this.clock.instant().plus(LIFE), false, 0));

		advance(LIFE);
		Sinks.One<TenantToken> answer = answerLater();
		Disposable caller = this.tokens.token(null).subscribe();
		assertThat(this.tokens.states()).containsExactly(new TokenState(null, null, true, 0));

		answer.tryEmitError(new IllegalStateException("down"));
		caller.dispose();
		assertThat(this.tokens.states()).isEmpty();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void tokenWhenAskedByManyAtOnceThenMakesOneRequest() {
		Sinks.One<TenantToken> answer = answerLater();
		List<Mono<TenantToken>> callers = IntStream.range(0, 1000)
			.mapToObj((caller) -> this.tokens.token(null))
			.toList();

		StepVerifier.create(Flux.merge(Flux.fromIterable(callers), 1000))
			.then(() -> answer.tryEmitValue(valid("t-1")))
			.expectNextCount(1000)
			.verifyComplete();
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenWhenAskedByManyThreadsAtOnceThenMakesOneRequest() {
		this.platform = Mono.fromSupplier(() -> valid("t-1")).delayElement(Duration.ofMillis(20));

		List<String> values = Flux.range(0, 1000)
			.parallel(8)
			.runOn(Schedulers.parallel())
			.flatMap((caller) -> this.tokens.token(null), false, 1000)
			.map(TenantToken::value)
			.sequential()
			.collectList()
			.block();

		assertThat(values).hasSize(1000).containsOnly("t-1");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenWhenFirstCallerCancelsThenOthersGetIt() {
		Sinks.One<TenantToken> answer = answerLater();
		Disposable first = this.tokens.token(null).subscribe();

		StepVerifier.create(this.tokens.token(null))
			.then(first::dispose)
			.then(() -> answer.tryEmitValue(valid("t-1")))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokenWhenManyHaveWaitedThenTheyGoOnOnSeveralThreads() {
		Sinks.One<TenantToken> answer = answerLater();
		Set<String> threads = ConcurrentHashMap.newKeySet();

		StepVerifier
			.create(Flux.range(0, 100)
				.flatMap((caller) -> this.tokens.token(null)
					.doOnNext((token) -> threads.add(Thread.currentThread().getName())), 100))
			.then(() -> answer.tryEmitValue(valid("t-1")))
			.expectNextCount(100)
			.verifyComplete();
		assertThat(threads).hasSizeGreaterThan(1).doesNotContain(Thread.currentThread().getName());
	}

	@Test
	void tokenWhenRequestFailsThenNextCallerAsksAnew() {
		this.platform = Mono.error(new IllegalStateException("down"));
		StepVerifier.create(this.tokens.token(null)).verifyErrorMessage("down");

		this.platform = Mono.just(valid("t-2"));
		assertThat(token()).isEqualTo("t-2");
	}

	@Test
	void tokenWhenSourceIsEmptyThenFails() {
		this.platform = Mono.empty();
		StepVerifier.create(this.tokens.token(null)).verifyErrorMessage("The token source returned no token");
	}

	@Test
	void tokenWhenNearItsEndThenServesWhileOneRefreshRuns() {
		token();
		advance(LIFE.minusMinutes(8));
		Sinks.One<TenantToken> answer = answerLater();

		assertThat(IntStream.range(0, 100).mapToObj((caller) -> token())).containsOnly("t-1");
		assertThat(this.requests).hasValue(2);

		answer.tryEmitValue(valid("t-2"));
		assertThat(token()).isEqualTo("t-2");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void tokenWhenRefreshFailsThenServesUntilItsEnd() {
		token();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.error(new IllegalStateException("down"));

		assertThat(token()).isEqualTo("t-1");
		advance(Duration.ofMinutes(8).minusMillis(1));
		assertThat(token()).isEqualTo("t-1");
		advance(Duration.ofMillis(1));
		StepVerifier.create(this.tokens.token(null)).verifyErrorMessage("down");
	}

	@Test
	void tokenWhenRefreshKeepsFailingThenIsToldOnce() {
		this.tokens.token(tenant(1)).block();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.error(new ConnectionFailedException("token", new IOException("reset")));

		try (DebugLog log = DebugLog.of(TenantTokenProvider.class.getPackage())) {
			for (int attempt = 0; attempt < 3; attempt++) {
				this.tokens.token(tenant(1)).block();
				advance(Duration.ofSeconds(30));
			}

			assertThat(this.requests).hasValue(4);
			assertThat(log.warnings()).singleElement(STRING)
				.startsWith("The token of " + tenant(1)
						+ " could not be refreshed and is still used until 2026-01-01T02:00:00Z: token")
				.contains("reset");
		}
	}

	@Test
	void tokenWhenRefreshFailsUnexpectedlyThenLogNamesTheTypeOnly() {
		token();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.error(new IllegalStateException("t-1"));

		try (DebugLog log = DebugLog.of(TenantTokenProvider.class.getPackage())) {
			token();

			assertThat(log.warnings()).singleElement(STRING).endsWith(": java.lang.IllegalStateException");
		}
	}

	@Test
	void tokenWhenRefreshFailsThenPausesBeforeTheNext() {
		token();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.error(new IllegalStateException("down"));

		IntStream.range(0, 100).forEach((caller) -> token());
		assertThat(this.requests).hasValue(2);
		advance(Duration.ofSeconds(2));
		token();
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void replaceWhenRefusedByManyThenMakesOneRequest() {
		TenantToken refused = this.tokens.token(null).block();

		List<String> values = Flux.range(0, 100)
			.flatMap((caller) -> this.tokens.replace(null, refused))
			.map(TenantToken::value)
			.collectList()
			.block();
		assertThat(values).hasSize(100).containsOnly("t-2");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void replaceWhenTokenIsNotTheCurrentOneThenKeepsTheCurrent() {
		TenantToken old = this.tokens.token(null).block();
		this.tokens.replace(null, old).block();

		assertThat(this.tokens.replace(null, old).map(TenantToken::value).block()).isEqualTo("t-2");
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void replaceWhenSameTokenWasGivenMeanwhileThenAsksForAnother() {
		TenantToken old = this.tokens.token(null).block();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.just(new TenantToken("t-1", this.clock.instant().plus(Duration.ofMinutes(9))));
		token();
		this.platform = Mono.just(valid("t-2"));

		assertThat(this.tokens.replace(null, old).map(TenantToken::value).block()).isEqualTo("t-2");
	}

	@Test
	void providerWhenRefreshIsAheadOfThePlatformsThenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TenantTokenProvider((request) -> Mono.empty(), Duration.ofMinutes(31), this.clock))
			.withMessageContaining("30 minutes");
	}

	@Test
	void tokenWhenClockIsSetForwardsThenAsksAnew() {
		token();
		this.clock.advance(Duration.ofHours(3));

		assertThat(token()).isEqualTo("t-2");
	}

	@Test
	void tokenWhenClockIsSetBackThenEndsWhenItsTimeHasPassed() {
		token();
		this.clock.advance(Duration.ofHours(-3));
		advance(LIFE.minusMinutes(11));
		assertThat(token()).isEqualTo("t-1");
		advance(Duration.ofMinutes(11));

		assertThat(token()).isEqualTo("t-2");
	}

	@Test
	void tokenWhenClockIsSetBackAfterAFailureThenStillIsRefreshed() {
		token();
		advance(LIFE.minusMinutes(8));
		this.platform = Mono.error(new IllegalStateException("down"));
		token();
		this.clock.advance(Duration.ofHours(-3));
		advance(Duration.ofSeconds(2));
		token();

		assertThat(this.requests).hasValue(3);
	}

	@Test
	void tokenWhenRefreshKeepsFailingThenAttemptsBecomeRare() {
		TenantTokenProvider patient = new TenantTokenProvider((request) -> {
			this.requests.incrementAndGet();
			return this.platform;
		}, TenantTokenProvider.STANDARD_REFRESH_AHEAD, this.clock, this.elapsed::get);
		patient.token(null).block();
		advance(LIFE.minusMinutes(21));
		this.platform = Mono.error(new IllegalStateException("down"));

		for (int second = 0; second < 1200; second++) {
			patient.token(null).block();
			advance(Duration.ofSeconds(1));
		}
		assertThat(this.requests.get() - 1).isBetween(20, 26);
	}

	@Test
	void tokenWhenPlatformGivesTheSameAgainThenPausesBeforeTheNextAttempt() {
		token();
		this.platform = Mono.just(valid("t-1"));
		advance(LIFE.minusMinutes(8));

		for (int second = 0; second < 420; second++) {
			token();
			advance(Duration.ofSeconds(1));
		}
		assertThat(this.requests).hasValueBetween(4, 12);
	}

	@Test
	void tokenWhenItsLifeIsShortThenIsNotRefreshedAtOnce() {
		this.platform = Mono.just(new TenantToken("t-1", this.clock.instant().plus(Duration.ofMinutes(5))));
		token();
		advance(Duration.ofSeconds(50));
		token();

		assertThat(this.requests).hasValue(1);
	}

	@Test
	void tokensWhenObtainedAtOnceThenAreNotRefreshedAtOnce() {
		IntStream.range(0, 100).forEach((tenant) -> this.tokens.token(tenant(tenant)).block());
		advance(LIFE.minus(Duration.ofMinutes(9).plusSeconds(20)));
		IntStream.range(0, 100).forEach((tenant) -> this.tokens.token(tenant(tenant)).block());

		assertThat(this.requests).hasValueBetween(101, 199);
	}

	@Test
	void tokenWhenOneTenantFailsThenOthersAreServed() {
		TenantTokenProvider isolated = new TenantTokenProvider((request) -> tenant(1).equals(request.tenant())
				? Mono.error(new IllegalStateException("not installed")) : this.platform, Duration.ofMinutes(10),
				this.clock, this.elapsed::get);

		StepVerifier.create(isolated.token(tenant(1))).verifyErrorMessage("not installed");
		StepVerifier.create(isolated.token(tenant(2))).expectNextCount(1).verifyComplete();
	}

	@Test
	void replaceWhenOfOneTenantThenOthersKeepTheirs() {
		TenantToken one = this.tokens.token(tenant(1)).block();
		TenantToken two = this.tokens.token(tenant(2)).block();
		this.tokens.replace(tenant(1), one).block();

		assertThat(this.tokens.token(tenant(2)).block()).isEqualTo(two);
	}

	@Test
	void tokenWhenTenantsAreIdleThenTheyAreForgotten() {
		IntStream.range(0, 100).forEach((tenant) -> this.tokens.token(tenant(tenant)).block());
		assertThat(this.tokens).extracting("states").asInstanceOf(MAP).hasSize(100);
		advance(LIFE);
		this.tokens.token(tenant(0)).block();

		assertThat(this.tokens).extracting("states").asInstanceOf(MAP).hasSize(1);
	}

	@Test
	void tokenWhenTenantsAreUnknownThenNothingIsKept() {
		this.platform = Mono.error(new IllegalStateException("not installed"));
		for (int tenant = 0; tenant < 100; tenant++) {
			StepVerifier.create(this.tokens.token(tenant(tenant))).verifyError();
		}

		assertThat(this.tokens).extracting("states").asInstanceOf(MAP).isEmpty();
	}

	@Test
	void tokenWhenManyOfManyTenantsFindItEndedAndHalfOfThemLeaveThenOneRequestIsMadeForEach()
			throws InterruptedException {
		Sinks.One<TenantToken> answer = Sinks.one();
		Map<TenantKey, AtomicInteger> requests = new ConcurrentHashMap<>();
		TenantTokenProvider shared = new TenantTokenProvider((request) -> {
			requests.computeIfAbsent(Objects.requireNonNull(request.tenant()), (tenant) -> new AtomicInteger())
				.incrementAndGet();
			return (this.requests.incrementAndGet() <= 100) ? this.platform : answer.asMono();
		}, Duration.ofMinutes(10), this.clock, this.elapsed::get);
		IntStream.range(0, 100).forEach((tenant) -> shared.token(tenant(tenant)).block());
		advance(LIFE);
		AtomicInteger served = new AtomicInteger();
		CountDownLatch stayed = new CountDownLatch(5000);

		Flux.range(0, 10_000).parallel(8).runOn(Schedulers.boundedElastic()).doOnNext((caller) -> {
			Disposable call = shared.token(tenant(caller % 100)).subscribe((token) -> {
				served.incrementAndGet();
				stayed.countDown();
			});
			if (caller % 200 < 100) {
				call.dispose();
			}
		}).sequential().blockLast();
		answer.tryEmitValue(valid("t-new"));

		assertThat(stayed.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(served).hasValue(5000);
		assertThat(requests).hasSize(100).allSatisfy((tenant, count) -> assertThat(count).hasValue(2));
	}

	@Test
	void callWhenTokenIsRefusedThenIsMadeOnceMoreWithAnother() {
		assertThat(this.tokens
			.call(null, (token) -> token.value().equals("t-1") ? Mono.error(refused()) : Mono.just(token))
			.map(TenantToken::value)
			.block()).isEqualTo("t-2");
	}

	@Test
	void callWhenEveryTokenIsRefusedThenIsMadeTwice() {
		AtomicInteger calls = new AtomicInteger();

		StepVerifier.create(this.tokens.call(null, (token) -> {
			calls.incrementAndGet();
			return Mono.error(refused());
		}))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(FeishuApiException.class)
				.isNotInstanceOf(TokenRefusedException.class));
		assertThat(calls).hasValue(2);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void callWhenPlatformGivesTheRefusedTokenAgainThenFailsAndDoesNotAskForEachCall() {
		this.platform = Mono.fromSupplier(() -> valid("t-1"));
		AtomicInteger calls = new AtomicInteger();

		for (int call = 0; call < 100; call++) {
			StepVerifier.create(this.tokens.call(null, (token) -> {
				calls.incrementAndGet();
				return Mono.error(refused());
			})).verifyError(TokenRefusedException.class);
		}
		assertThat(calls).hasValue(100);
		assertThat(this.requests).hasValue(2);
		advance(Duration.ofSeconds(2));
		StepVerifier.create(this.tokens.call(null, (token) -> Mono.error(refused())))
			.verifyError(TokenRefusedException.class);
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void callWhenOutcomeOfTokenRequestIsUnknownThenWasNotMade() {
		this.platform = Mono.error(new DeliveryUnknownException("auth.tenant_access_token", "no response", null));

		StepVerifier.create(this.tokens.call(null, (token) -> Mono.just("made")))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(TokenUnavailableException.class)
				.hasMessage("The call was not sent, because there is no token: no response"));
	}

	private static FeishuApiException refused() {
		return new FeishuApiException(new FeishuApiError("ephemeral.send", HttpStatus.BAD_REQUEST, 99991663,
				"Invalid access token", null, null, null, List.of(), null, null));
	}

	private static TenantKey tenant(int number) {
		return new TenantKey("tenant-" + number);
	}

	private void advance(Duration time) {
		this.clock.advance(time);
		this.elapsed.addAndGet(time.toNanos());
	}

	private String token() {
		return this.tokens.token(null).map(TenantToken::value).block();
	}

	private Sinks.One<TenantToken> answerLater() {
		Sinks.One<TenantToken> answer = Sinks.one();
		this.platform = answer.asMono();
		return answer;
	}

	private TenantToken valid(String value) {
		return new TenantToken(value, this.clock.instant().plus(LIFE));
	}

}
