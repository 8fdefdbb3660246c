package io.ephemeral.feishu.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.PendingExpiry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Store of expiries in Redis. It contains ids of messages and tenants, and if the
 * application hears of expiries, ids of chats and viewers, until the expiry is removed.
 * The keys do not expire, so Redis needs persistence: with {@code appendfsync everysec},
 * the expiries of a second can be lost with Redis, and their cards stay.
 * <p>
 * Times are those of Redis, so the clocks of the instances may differ. While Redis is
 * unavailable, cards expire later, and a send with an expiry reports that the expiry was
 * not saved.
 */
public final class RedisExpiryStore implements ExpiryStore {

	private static final Log logger = LogFactory.getLog(RedisExpiryStore.class);

	private static final RedisScript<Long> SAVE = RedisScripts.load("expiry-save.lua", Long.class);

	private static final RedisScript<Long> REMOVE = RedisScripts.load("expiry-remove.lua", Long.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> CLAIM = RedisScripts.load("expiry-claim.lua", List.class);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RedisScripts redis;

	private final List<String> places;

	private final Clock clock;

	/**
	 * Creates a store.
	 * @param redis template with the connection to Redis
	 * @param keys names of the keys of the app
	 * @param clock clock of the times of the expiries
	 */
	public RedisExpiryStore(ReactiveStringRedisTemplate redis, RedisKeys keys, Clock clock) {
		this.redis = new RedisScripts(redis);
		this.places = List.of(keys.key(null, "expiry", "due"), keys.key(null, "expiry", "cards"));
		this.clock = clock;
	}

	@Override
	public Mono<Void> save(PendingExpiry expiry) {
		return Flux
			.defer(() -> this.redis.run(SAVE, this.places,
					List.of(expiry.message().value(), JSON.writeValueAsString(Entry.of(expiry)), until(expiry.due()))))
			.then();
	}

	@Override
	public Mono<Void> remove(MessageId message) {
		return this.redis.run(REMOVE, this.places, List.of(message.value())).then();
	}

	@Override
	public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
		return Flux
			.defer(() -> this.redis.run(CLAIM, this.places, List.of(until(now), until(until), Integer.toString(limit))))
			.flatMapIterable((cards) -> (List<?>) cards)
			.mapNotNull((card) -> read((String) card));
	}

	/** Returns the milliseconds from now on, rounded up so that nothing expires early. */
	private String until(Instant time) {
		Duration rest = Duration.between(this.clock.instant(), time);
		return Long.toString(rest.plusNanos(999_999).toMillis());
	}

	/**
	 * Leaves out a card that another version of this store saved. It is claimed again.
	 */
	private static @Nullable PendingExpiry read(String card) {
		try {
			return JSON.readValue(card, Entry.class).expiry();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("An expiry in Redis cannot be read, so its card is not deleted; "
					+ "another version of the library may have saved it: " + ex.getMessage());
			return null;
		}
	}

	/**
	 * Expiry in JSON.
	 */
	record Entry(String message, Delivery delivery, @Nullable String tenant, Instant due, int failures,
			@Nullable String chat, @Nullable String viewer) {

		static Entry of(PendingExpiry expiry) {
			TenantKey tenant = expiry.tenant();
			ChatId chat = expiry.chat();
			Viewer viewer = expiry.viewer();
			return new Entry(expiry.message().value(), expiry.delivery(), (tenant != null) ? tenant.value() : null,
					expiry.due(), expiry.failures(), (chat != null) ? chat.value() : null,
					(viewer != null) ? viewer.asText() : null);
		}

		PendingExpiry expiry() {
			return new PendingExpiry(new MessageId(this.message), this.delivery,
					(this.tenant != null) ? new TenantKey(this.tenant) : null, this.due, this.failures,
					(this.chat != null) ? new ChatId(this.chat) : null,
					(this.viewer != null) ? Viewer.ofText(this.viewer) : null);
		}

	}

}
