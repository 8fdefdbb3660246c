package io.ephemeral.feishu.auth;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps tokens where several instances of an application find them, such as in Redis. It
 * is asked only when an instance has no token that serves; if it fails or takes longer
 * than a second, the instance goes on without it.
 * <p>
 * Nothing happens before somebody subscribes, each subscription asks anew, and nothing
 * should block. A token may be forgotten when it has ended, and at any other time.
 */
public interface TokenStore {

	/**
	 * Finds a token.
	 * @param key what it belongs to
	 * @return the token that was set last, or empty if there is none
	 */
	Mono<TenantToken> find(TokenKey key);

	/**
	 * Sets a token if nobody else has set one meanwhile. Of many who do so at once, one
	 * succeeds.
	 * @param key what the token belongs to
	 * @param expected the token that {@link #find} gave; null for none
	 * @param update the token to keep until it ends; null to keep none
	 * @return whether the update was carried out
	 */
	Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update);

	/**
	 * Keeps tokens in this process until they end.
	 * @param clock clock for the validity of tokens
	 * @return an empty store
	 */
	static TokenStore inMemory(Clock clock) {
		return new InMemoryTokenStore(clock);
	}

}
