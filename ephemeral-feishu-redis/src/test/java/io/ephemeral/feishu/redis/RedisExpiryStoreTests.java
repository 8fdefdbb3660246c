package io.ephemeral.feishu.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryStoreContract;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class RedisExpiryStoreTests extends ExpiryStoreContract {

	private static final int CARDS = 10_000;

	@Override
	protected ExpiryStore createStore() {
		return store(SharedRedis.empty(), Clock.systemUTC());
	}

	private static ExpiryStore store(ReactiveStringRedisTemplate redis, Clock clock) {
		return new RedisExpiryStore(redis, RedisConnection.KEYS, clock);
	}

	@Test
	void claimWhenFourInstancesClaimThenEachCardIsClaimedOnce() {
		try (RedisServer server = RedisServer.start()) {
			List<RedisConnection> connections = IntStream.range(0, 4)
				.mapToObj((instance) -> RedisConnection.of(server))
				.toList();
			List<ExpiryStore> stores = connections.stream()
				.map((connection) -> store(connection.template(), Clock.systemUTC()))
				.toList();
			Instant due = Instant.now();
			Flux.range(0, CARDS).flatMap((card) -> stores.get(card % 4).save(expiry("om_" + card, due))).blockLast();

			List<String> claimed = Flux.fromIterable(stores)
				.flatMap((store) -> claimAll(store, due.plus(Duration.ofDays(1))))
				.map((expiry) -> expiry.message().value())
				.collectList()
				.block();

			assertThat(claimed).hasSize(CARDS).doesNotHaveDuplicates();
			connections.forEach(RedisConnection::close);
		}
	}

	private static Flux<PendingExpiry> claimAll(ExpiryStore store, Instant until) {
		return Flux.defer(() -> store.claim(Instant.now(), until, 100))
			.collectList()
			.repeat()
			.takeUntil(List::isEmpty)
			.flatMapIterable((claimed) -> claimed);
	}

	@Test
	void claimWhenClocksDifferByADayThenCardExpiresAtItsTime() {
		ReactiveStringRedisTemplate redis = SharedRedis.empty();
		Clock late = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
		Clock early = Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
		ExpiryStore other = store(redis, early);

		store(redis, late).save(expiry("om_1", late.instant().plusSeconds(60))).block();

		assertThat(claimAt(other, early.instant().plusSeconds(50))).isEmpty();
		assertThat(claimAt(other, early.instant().plusSeconds(70))).hasSize(1);
	}

	@Test
	void claimWhenACardCannotBeReadThenOthersAreClaimed() {
		ExpiryStore store = createStore();
		Instant now = Instant.now();
		store.save(expiry("om_1", now.minusSeconds(2))).block();
		store.save(expiry("om_2", now.minusSeconds(1))).block();
		SharedRedis.commands().hset(RedisConnection.KEYS.key(null, "expiry", "cards"), "om_1", "{\"version\":2}");

		assertThat(claimAt(store, now)).extracting((expiry) -> expiry.message().value()).containsExactly("om_2");
	}

	private static List<PendingExpiry> claimAt(ExpiryStore store, Instant now) {
		return store.claim(now, now.plus(Duration.ofMinutes(2)), 10).collectList().block();
	}

	private static PendingExpiry expiry(String message, Instant due) {
		return new PendingExpiry(new MessageId(message), Delivery.EPHEMERAL, null, due, 0);
	}

}
