package io.ephemeral.feishu.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Store of app tickets in Redis. Tickets are sealed with the app secret and removed after
 * 24 hours; the platform pushes one each hour. A ticket that was sealed with another
 * secret, or that was damaged, counts as absent. While Redis is unavailable, tickets are
 * not acknowledged, so that the platform pushes them again, and new tokens cannot be
 * obtained.
 */
public final class RedisAppTicketStore implements AppTicketStore {

	private static final RedisScript<Long> SAVE = RedisScripts.load("ticket-save.lua", Long.class);

	private static final Duration LIFE = Duration.ofHours(24);

	private final RedisScripts redis;

	private final RedisKeys keys;

	private final SecretSeal seal;

	/**
	 * Creates a store.
	 * @param redis template with the connection to Redis
	 * @param keys names of the keys of the app
	 * @param credentials id and secret of the app
	 */
	public RedisAppTicketStore(ReactiveStringRedisTemplate redis, RedisKeys keys, CredentialsSupplier credentials) {
		this.redis = new RedisScripts(redis);
		this.keys = keys;
		this.seal = new SecretSeal(credentials, "tickets");
	}

	@Override
	public Mono<Void> save(String appId, AppTicket ticket) {
		byte[] content = (ticket.pushedAt() + " " + ticket.value()).getBytes(StandardCharsets.UTF_8);
		return this.seal.seal(place(appId), content)
			.flatMapMany((sealed) -> this.redis.run(SAVE, List.of(place(appId)),
					List.of(Long.toString(ticket.pushedAt().toEpochMilli()), SealedText.of(sealed),
							Long.toString(LIFE.toMillis()))))
			.then();
	}

	@Override
	public Mono<AppTicket> find(String appId) {
		return this.redis.run((commands) -> commands.<String, String>opsForHash().get(place(appId), "ticket"))
			.flatMap((sealed) -> this.seal.open(place(appId), SealedText.bytes(sealed)))
			.map(RedisAppTicketStore::ticket);
	}

	private String place(String appId) {
		return this.keys.key(null, "ticket", appId);
	}

	private static AppTicket ticket(byte[] content) {
		String[] parts = new String(content, StandardCharsets.UTF_8).split(" ", 2);
		return new AppTicket(parts[1], Instant.parse(parts[0]));
	}

}
