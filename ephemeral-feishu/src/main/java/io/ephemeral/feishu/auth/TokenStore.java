package io.ephemeral.feishu.auth;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Store of tokens shared by several instances of an application, such as in Redis. An
 * instance reads the store only if it has no valid token. If the store fails or takes
 * longer than a second, the instance continues without it.
 * <p>
 * Methods should not block; work begins with each subscription. A store may remove a
 * token at any time, even before it expires.
 */
public interface TokenStore {

	/**
	 * Finds a token.
	 * @param key identity of the token
	 * @return the token that was set last, or empty if there is none
	 */
	Mono<TenantToken> find(TokenKey key);

	/**
	 * Sets a token if the store still has the expected one. Only one of several
	 * concurrent updates succeeds.
	 * @param key identity of the token
	 * @param expected token that {@link #find} returned; null for none
	 * @param update token to store until it expires; null to remove the token
	 * @return whether the update was carried out
	 */
	Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update);

	/**
	 * Creates a store that keeps tokens in this process until they expire.
	 * @param clock clock for the validity of tokens
	 * @return an empty store
	 */
	static TokenStore inMemory(Clock clock) {
		return new InMemoryTokenStore(clock);
	}

}
