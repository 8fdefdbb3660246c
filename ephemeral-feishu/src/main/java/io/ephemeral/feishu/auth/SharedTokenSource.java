package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Source that reads a shared store first. If the store has no valid token, it asks
 * another source and saves the token in the store.
 */
final class SharedTokenSource implements TokenSource {

	private static final Log logger = LogFactory.getLog(SharedTokenSource.class);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final TokenSource source;

	private final TokenStore store;

	private final TokenKey app;

	private final Clock clock;

	private final Duration patience;

	SharedTokenSource(TokenSource source, TokenStore store, TokenKey app, Clock clock) {
		this(source, store, app, clock, PATIENCE);
	}

	/**
	 * Creates a source.
	 * @param patience maximum wait for each response of the store
	 */
	SharedTokenSource(TokenSource source, TokenStore store, TokenKey app, Clock clock, Duration patience) {
		this.source = source;
		this.store = store;
		this.app = app;
		this.clock = clock;
		this.patience = patience;
	}

	@Override
	public Mono<TenantToken> fetch(TokenRequest request) {
		TokenKey key = this.app.of(request.tenant());
		return orNothing(Mono.defer(() -> this.store.find(key))).map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((found) -> found.filter((token) -> serves(token, request))
				.map(Mono::just)
				.orElseGet(() -> fetchAndKeep(key, found, request)));
	}

	private boolean serves(TenantToken found, TokenRequest request) {
		TenantToken old = request.instead();
		return found.isValidAt(this.clock.instant()) && (old == null || !found.value().equals(old.value()));
	}

	private Mono<TenantToken> fetchAndKeep(TokenKey key, Optional<TenantToken> found, TokenRequest request) {
		return this.source.fetch(request)
			.delayUntil(
					(token) -> orNothing(Mono.defer(() -> this.store.compareAndSet(key, found.orElse(null), token))));
	}

	private <T> Mono<T> orNothing(Mono<T> answer) {
		// The message of the store's error may contain a token.
		return answer.subscribeOn(Schedulers.boundedElastic())
			.timeout(this.patience)
			.doOnError((error) -> logger
				.warn("The token store failed, so this instance continues without it: " + error.getClass().getName()))
			.onErrorComplete();
	}

}
