package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of a {@link TokenStore}. Extend this class to test your own store.
 */
public abstract class TokenStoreContract {

	private static final TokenKey KEY = key("https://open.feishu.cn", "cli_1", "tenant-1");

	private final TenantToken first = token("t-1", Duration.ofHours(1));

	private final TenantToken second = token("t-2", Duration.ofHours(2));

	private TokenStore store;

	/**
	 * Creates an empty store.
	 * @return the store under test
	 */
	protected abstract TokenStore createStore();

	@BeforeEach
	void create() {
		this.store = createStore();
	}

	@Test
	void findWhenNothingIsSetThenIsEmpty() {
		assertThat(find(KEY)).isNull();
	}

	@Test
	void setWhenNothingIsThereThenCanBeFound() {
		assertThat(set(null, this.first)).isTrue();
		assertThat(find(KEY)).isEqualTo(this.first);
	}

	@Test
	void setWhenTheExpectedIsThereThenReplacesIt() {
		set(null, this.first);

		assertThat(set(this.first, this.second)).isTrue();
		assertThat(find(KEY)).isEqualTo(this.second);
	}

	@Test
	void setWhenAnotherIsThereThenChangesNothing() {
		set(null, this.first);

		assertThat(set(null, this.second)).isFalse();
		assertThat(set(this.second, this.second)).isFalse();
		assertThat(set(this.second, null)).isFalse();
		assertThat(find(KEY)).isEqualTo(this.first);
	}

	@Test
	void setWhenSameValueEndsAtAnotherTimeThenIsAnother() {
		set(null, this.first);

		assertThat(set(token("t-1", Duration.ofMinutes(1)), this.second)).isFalse();
		assertThat(find(KEY)).isEqualTo(this.first);
	}

	@Test
	void setWhenNoneIsThereButOneIsExpectedThenChangesNothing() {
		assertThat(set(this.first, this.second)).isFalse();
		assertThat(find(KEY)).isNull();
	}

	@Test
	void setWhenFromNoneToNoneThenTellsWhetherNoneIsThere() {
		assertThat(set(null, null)).isTrue();
		assertThat(find(KEY)).isNull();

		set(null, this.first);

		assertThat(set(null, null)).isFalse();
		assertThat(find(KEY)).isEqualTo(this.first);
	}

	@Test
	void setWhenToNoneThenForgets() {
		set(null, this.first);

		assertThat(set(this.first, null)).isTrue();
		assertThat(find(KEY)).isNull();
		assertThat(set(null, this.second)).isTrue();
	}

	@Test
	void setWhenFoundTokenIsExpectedThenReplacesIt() {
		set(null, this.first);

		assertThat(set(find(KEY), this.second)).isTrue();
	}

	@Test
	void setWhenManyDoSoAtOnceThenOneSucceeds() {
		set(null, this.first);

		Long successes = Flux.range(0, 100)
			.flatMap((caller) -> this.store.compareAndSet(KEY, this.first, token("t-" + caller, Duration.ofHours(2)))
				.subscribeOn(Schedulers.parallel()), 100)
			.filter((success) -> success)
			.count()
			.block();
		assertThat(successes).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("otherKeys")
	void findWhenOfAnotherKeyThenIsEmpty(TokenKey other) {
		set(null, this.first);

		assertThat(find(other)).isNull();
	}

	static TokenKey[] otherKeys() {
		return new TokenKey[] { key("https://open.larksuite.com", "cli_1", "tenant-1"),
				key("https://open.feishu.cn", "cli_2", "tenant-1"), key("https://open.feishu.cn", "cli_1", "tenant-2"),
				key("https://open.feishu.cn", "cli_1", null) };
	}

	@Test
	void setWhenNobodySubscribesThenChangesNothing() {
		Mono<Boolean> set = this.store.compareAndSet(KEY, null, this.first);
		Mono<TenantToken> find = this.store.find(KEY);

		assertThat(find.blockOptional()).isEmpty();
		assertThat(set.block()).isTrue();
		assertThat(find.block()).isEqualTo(this.first);
		assertThat(set.block()).as("asks anew").isFalse();
	}

	private @Nullable TenantToken find(TokenKey key) {
		return this.store.find(key).block();
	}

	private boolean set(@Nullable TenantToken expected, @Nullable TenantToken update) {
		return Boolean.TRUE.equals(this.store.compareAndSet(KEY, expected, update).block());
	}

	private static TokenKey key(String baseUrl, String appId, @Nullable String tenant) {
		return new TokenKey(URI.create(baseUrl), appId, tenant);
	}

	/** Stores keep tokens in this or a coarser precision. */
	private static TenantToken token(String value, Duration life) {
		return new TenantToken(value, Instant.ofEpochSecond(Instant.now().plus(life).getEpochSecond()));
	}

}
