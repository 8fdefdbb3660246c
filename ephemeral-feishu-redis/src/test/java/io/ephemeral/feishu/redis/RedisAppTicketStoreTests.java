package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.AppTicketStoreContract;
import org.junit.jupiter.api.Test;

import static io.ephemeral.feishu.redis.SharedRedis.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

class RedisAppTicketStoreTests extends AppTicketStoreContract {

	private static final AppTicket TICKET = new AppTicket("ticket-1", Instant.parse("2026-01-01T00:00:00Z"));

	@Override
	protected AppTicketStore createStore() {
		return new RedisAppTicketStore(SharedRedis.empty(), RedisConnection.KEYS, CREDENTIALS);
	}

	@Test
	void saveThenNothingIsInTheClear() {
		createStore().save("cli_1", TICKET).block();

		assertThat(SharedRedis.everything()).hasSize(3)
			.noneMatch((text) -> text.contains("ticket-1") || text.contains("secret-of-the-app"));
	}

	@Test
	void saveThenTicketLivesForADay() {
		createStore().save("cli_1", TICKET).block();

		long life = SharedRedis.commands().pttl(SharedRedis.commands().keys("*").get(0));
		assertThat(Duration.ofMillis(life)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
	}

	@Test
	void findWhenTicketIsDamagedThenIsAbsent() {
		AppTicketStore store = createStore();
		store.save("cli_1", TICKET).block();
		SharedRedis.commands().hset(SharedRedis.commands().keys("*").get(0), "ticket", "damaged!");

		assertThat(store.find("cli_1").blockOptional()).isEmpty();
		store.save("cli_1", TICKET).block();
		assertThat(store.find("cli_1").block()).isEqualTo(TICKET);
	}

	@Test
	void findWhenSecretWasChangedThenTicketIsAbsent() {
		AppTicketStore changed = new RedisAppTicketStore(SharedRedis.empty(), RedisConnection.KEYS,
				new AppCredentials("cli_1", "another-secret"));
		createStore().save("cli_1", TICKET).block();

		assertThat(changed.find("cli_1").blockOptional()).isEmpty();
	}

}
