package io.ephemeral.feishu.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.ephemeral.feishu.MutableClock;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
		StepVerifier.create(this.tokens.token(null)).verifyErrorMessage("The token source gave no token");
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
	void providerWhenRefreshIsAheadOfThePlatformsThenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TenantTokenProvider((request) -> Mono.empty(), Duration.ofMinutes(31), this.clock))
			.withMessageContaining("30 minutes");
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
