package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Store of tokens in the memory of this process.
 */
final class InMemoryTokenStore implements TokenStore {

	private final Map<TokenKey, TenantToken> tokens = new ConcurrentHashMap<>();

	private final Clock clock;

	InMemoryTokenStore(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Mono<TenantToken> find(TokenKey key) {
		return Mono.fromSupplier(() -> this.tokens.get(key));
	}

	@Override
	public Mono<Boolean> compareAndSet(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update) {
		return Mono.fromSupplier(() -> {
			boolean set = set(key, expected, update);
			forgetEnded();
			return set;
		});
	}

	private boolean set(TokenKey key, @Nullable TenantToken expected, @Nullable TenantToken update) {
		if (expected == null) {
			return (update == null) ? !this.tokens.containsKey(key) : this.tokens.putIfAbsent(key, update) == null;
		}
		return (update == null) ? this.tokens.remove(key, expected) : this.tokens.replace(key, expected, update);
	}

	private void forgetEnded() {
		Instant now = this.clock.instant();
		this.tokens.values().removeIf((token) -> !token.isValidAt(now));
	}

}
