package io.ephemeral.feishu.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenKey;
import io.ephemeral.feishu.auth.TokenStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Store of tokens in Redis. Tokens are sealed with the app secret and removed when they
 * expire. A token that was sealed with another secret counts as absent. While Redis is
 * unavailable, each instance requests its own tokens.
 */
public final class RedisTokenStore implements TokenStore {

	private static final RedisScript<Long> SET = RedisScripts.load("token-set.lua", Long.class);

	/** Length of 32 bytes in Base64. */
	private static final int MARK_LENGTH = 44;

	/** Name for a mark that depends only on the app secret. */
	private static final String SECRET = "secret";

	private final RedisScripts redis;

	private final RedisKeys keys;

	private final SecretSeal seal;

	private final Clock clock;

	/**
	 * Creates a store.
	 * @param redis template with the connection to Redis
	 * @param keys names of the keys of the app
	 * @param credentials id and secret of the app
	 * @param clock clock that decides whether a token has expired
	 */
	public RedisTokenStore(ReactiveStringRedisTemplate redis, RedisKeys keys, CredentialsSupplier credentials,
			Clock clock) {
		this.redis = new RedisScripts(redis);
		this.keys = keys;
		this.seal = new SecretSeal(credentials, "tokens");
		this.clock = clock;
	}

	@Override
	public Mono<TenantToken> find(TokenKey key) {
		return this.redis.run((commands) -> commands.opsForValue().get(place(key)))
			.flatMap((stored) -> this.seal.open(place(key), sealed(stored)))
			.map(RedisTokenStore::token);
	}

	@Override
	public Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update) {
		return Mono.zip(mark(SECRET, ""), markOf(key, expected), sealOf(key, update))
			.flatMap(
					(parts) -> this.redis
						.run(SET, List.of(place(key)),
								List.of(parts.getT1(), parts.getT2(), value(parts.getT1(), parts.getT3()),
										life(update)))
						.next())
			.map((changed) -> changed == 1);
	}

	private Mono<String> markOf(TokenKey key, @Nullable TenantToken token) {
		return (token != null) ? mark(place(key), content(token)) : Mono.just("");
	}

	private Mono<String> mark(String place, String content) {
		return this.seal.mark(place, bytes(content)).map(SealedText::of);
	}

	/** Puts the mark first, because sealing the same token again gives other bytes. */
	private Mono<String> sealOf(TokenKey key, @Nullable TenantToken token) {
		if (token == null || !this.clock.instant().isBefore(token.expiresAt())) {
			return Mono.just("");
		}
		return Mono.zip(markOf(key, token), this.seal.seal(place(key), bytes(content(token))).map(SealedText::of),
				String::concat);
	}

	private String life(@Nullable TenantToken token) {
		Duration life = (token != null) ? Duration.between(this.clock.instant(), token.expiresAt()) : Duration.ZERO;
		return Long.toString(Math.max(1, life.toMillis()));
	}

	private String place(TokenKey key) {
		return this.keys.key(key.tenantKey(), "token", RedisKeys.hidden(key.toString()));
	}

	private static String value(String secret, String markedToken) {
		return markedToken.isEmpty() ? "" : secret + markedToken;
	}

	/** Returns the part after both marks; nothing if the value is too short. */
	private static byte[] sealed(String stored) {
		int start = 2 * MARK_LENGTH;
		return (stored.length() > start) ? SealedText.bytes(stored.substring(start)) : new byte[0];
	}

	private static String content(TenantToken token) {
		return token.expiresAt() + " " + token.value();
	}

	private static TenantToken token(byte[] content) {
		String[] parts = new String(content, StandardCharsets.UTF_8).split(" ", 2);
		return new TenantToken(parts[1], Instant.parse(parts[0]));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
