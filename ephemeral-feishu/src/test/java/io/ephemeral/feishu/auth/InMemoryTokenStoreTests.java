package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryTokenStoreTests extends TokenStoreContract {

	@Override
	protected TokenStore createStore() {
		return TokenStore.inMemory(Clock.systemUTC());
	}

	@Test
	void setWhenOtherTokensHaveEndedThenForgetsThem() {
		MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
		TokenStore store = TokenStore.inMemory(clock);
		set(store, clock, "tenant-1");
		clock.advance(Duration.ofHours(2));
		set(store, clock, "tenant-2");

		assertThat(store.find(key("tenant-1")).blockOptional()).isEmpty();
		assertThat(store.find(key("tenant-2")).blockOptional()).isPresent();
	}

	private static void set(TokenStore store, Clock clock, String tenant) {
		store.compareAndSet(key(tenant), null, new TenantToken("t-1", clock.instant().plus(Duration.ofHours(2))))
			.block();
	}

	private static TokenKey key(String tenant) {
		return new TokenKey(URI.create("https://open.feishu.cn"), "cli_1", tenant);
	}

}
