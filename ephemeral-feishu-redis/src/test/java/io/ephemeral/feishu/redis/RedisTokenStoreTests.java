package io.ephemeral.feishu.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenKey;
import io.ephemeral.feishu.auth.TokenStore;
import io.ephemeral.feishu.auth.TokenStoreContract;
import org.junit.jupiter.api.Test;

import static io.ephemeral.feishu.redis.SharedRedis.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

class RedisTokenStoreTests extends TokenStoreContract {

	private static final TokenKey KEY = new TokenKey(RedisConnection.KEYS.baseUrl(), "cli_1", null);

	private final TenantToken token = new TenantToken("t-token", Instant.now().plus(Duration.ofHours(2)));

	@Override
	protected TokenStore createStore() {
		return store(CREDENTIALS);
	}

	private static TokenStore store(AppCredentials credentials) {
		return new RedisTokenStore(SharedRedis.empty(), RedisConnection.KEYS, credentials, Clock.systemUTC());
	}

	@Test
	void setThenNothingIsInTheClear() {
		createStore().compareAndSet(KEY, null, this.token).block();

		assertThat(SharedRedis.everything()).hasSize(2)
			.noneMatch((text) -> text.contains("t-token") || text.contains("secret-of-the-app"));
	}

	@Test
	void setThenKeyExpiresWithTheToken() {
		createStore().compareAndSet(KEY, null, this.token).block();

		long life = SharedRedis.commands().pttl(SharedRedis.commands().keys("*").get(0));
		assertThat(Duration.ofMillis(life)).isBetween(Duration.ofMinutes(119), Duration.ofHours(2));
	}

	@Test
	void findWhenSecretWasChangedThenTokenIsAbsent() {
		TokenStore changed = store(new AppCredentials("cli_1", "another-secret"));
		createStore().compareAndSet(KEY, null, this.token).block();

		assertThat(changed.find(KEY).blockOptional()).isEmpty();
		assertThat(changed.compareAndSet(KEY, null, this.token).block()).isTrue();
		assertThat(changed.find(KEY).block()).isEqualTo(this.token);
	}

	@Test
	void findWhenValueIsDamagedThenTokenIsAbsent() {
		TokenStore store = createStore();
		store.compareAndSet(KEY, null, this.token).block();
		SharedRedis.commands().set(SharedRedis.commands().keys("*").get(0), "damaged");

		assertThat(store.find(KEY).blockOptional()).isEmpty();
		assertThat(store.compareAndSet(KEY, null, this.token).block()).isTrue();
	}

	@Test
	void findWhenTokenIsDamagedThenIsAbsent() {
		TokenStore store = createStore();
		store.compareAndSet(KEY, null, this.token).block();
		SharedRedis.commands().append(SharedRedis.commands().keys("*").get(0), "!");

		assertThat(store.find(KEY).blockOptional()).isEmpty();
	}

}
