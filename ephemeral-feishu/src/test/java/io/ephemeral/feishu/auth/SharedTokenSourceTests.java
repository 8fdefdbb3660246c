package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SharedTokenSourceTests {

	private static final TenantKey TENANT = new TenantKey("tenant-1");

	private static final TokenKey APP = new TokenKey(URI.create("https://open.feishu.cn"), "cli_1", null);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final AtomicInteger requests = new AtomicInteger();

	private final TokenSource platform = (request) -> Mono.fromSupplier(
			() -> new TenantToken("t-" + this.requests.incrementAndGet(), this.clock.instant().plusSeconds(7200)));

	private final TokenStore store = TokenStore.inMemory(this.clock);

	private final TokenSource oneInstance = patientlySharedIn(this.store);

	private final TokenSource anotherInstance = patientlySharedIn(this.store);

	@Test
	void fetchWhenAnotherInstanceHasAskedThenTakesItsToken() {
		assertThat(fetch(this.oneInstance, null)).isEqualTo(fetch(this.anotherInstance, null));
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void fetchWhenStoredTokenIsToBeReplacedThenAsksAndStoresTheOther() {
		TenantToken old = fetch(this.oneInstance, null);
		TenantToken next = fetch(this.oneInstance, old);

		assertThat(next.value()).isEqualTo("t-2");
		assertThat(fetch(this.anotherInstance, old)).isEqualTo(next);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void fetchWhenStoredTokenHasEndedThenAsks() {
		fetch(this.oneInstance, null);
		this.clock.advance(Duration.ofHours(2));

		assertThat(fetch(this.anotherInstance, null).value()).isEqualTo("t-2");
		assertThat(this.store.find(APP.of(TENANT)).block()).isEqualTo(fetch(this.oneInstance, null));
	}

	@Test
	void fetchWhenForAnotherCompanyThenAsks() {
		fetch(this.oneInstance, null);

		TenantToken other = this.oneInstance.fetch(new TokenRequest(new TenantKey("tenant-2"), null)).block();
		assertThat(other).extracting(TenantToken::value).isEqualTo("t-2");
	}

	@Test
	void fetchWhenStoreFailsThenGoesOnWithoutIt() {
		TokenSource source = this.platform.sharedIn(new BrokenStore(Mono.error(new IllegalStateException("down"))), APP,
				this.clock);

		assertThat(fetch(source, null).value()).isEqualTo("t-1");
	}

	@Test
	void fetchWhenStoreThrowsThenGoesOnWithoutIt() {
		TokenSource source = this.platform.sharedIn(new BrokenStore(null), APP, this.clock);

		assertThat(fetch(source, null).value()).isEqualTo("t-1");
	}

	@Test
	void fetchWhenStoreDoesNotAnswerThenGoesOnWithoutIt() {
		StepVerifier
			.withVirtualTime(() -> this.platform.sharedIn(new BrokenStore(Mono.never()), APP, this.clock)
				.fetch(new TokenRequest(TENANT, null)))
			.thenAwait(Duration.ofSeconds(2))
			.expectNextMatches((token) -> token.value().equals("t-1"))
			.verifyComplete();
	}

	@Test
	void fetchWhenStoreBlocksThenNoEventLoopIsHeldUp() {
		Mono<Boolean> mayBlock = Mono.fromSupplier(() -> !Schedulers.isInNonBlockingThread());
		TokenSource source = patientlySharedIn(new BrokenStore(
				mayBlock.filter(Boolean::booleanValue).map((unused) -> new TenantToken("t-shared", Instant.MAX))));

		TenantToken token = Mono.just("call")
			.publishOn(Schedulers.parallel())
			.flatMap((call) -> source.fetch(new TokenRequest(TENANT, null)))
			.blockOptional()
			.orElseThrow();
		assertThat(token.value()).isEqualTo("t-shared");
	}

	/** Returns a source that waits for a store on a thread that starts late. */
	private TokenSource patientlySharedIn(TokenStore store) {
		return new SharedTokenSource(this.platform, store, APP, this.clock, Duration.ofMinutes(5));
	}

	private static TenantToken fetch(TokenSource source, @Nullable TenantToken instead) {
		return source.fetch(new TokenRequest(TENANT, instead)).blockOptional().orElseThrow();
	}

	/**
	 * Answers everything alike.
	 *
	 * @param answer none to throw
	 */
	private record BrokenStore(@Nullable Mono<?> answer) implements TokenStore {

		@Override
		public Mono<TenantToken> find(TokenKey key) {
			return answer(TenantToken.class);
		}

		@Override
		public Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update) {
			return answer(Boolean.class);
		}

		private <T> Mono<T> answer(Class<T> type) {
			if (this.answer == null) {
				throw new IllegalStateException("broken");
			}
			return this.answer.cast(type);
		}

	}

}
