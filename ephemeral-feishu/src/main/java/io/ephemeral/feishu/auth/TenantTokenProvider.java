package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Gives the current token. Any number of callers share one request for it, and a caller
 * who leaves takes nobody along. In the last part of its life the token is refreshed in
 * the background while it still serves; if that fails, it serves until it ends.
 */
public final class TenantTokenProvider {

	/**
	 * The platform hands out the same token until so much of its life is left.
	 *
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal">Tenant
	 * access token of a custom app</a>
	 */
	private static final Duration LONGEST_REFRESH_AHEAD = Duration.ofMinutes(30);

	private static final Duration PAUSE_BETWEEN_REFRESHES = Duration.ofSeconds(5);

	private final TokenSource source;

	private final Duration refreshAhead;

	private final Clock clock;

	private final AtomicReference<State> state = new AtomicReference<>(new State(null, null, Instant.MIN));

	/**
	 * Gives the tokens of a source.
	 * @param source obtains them
	 * @param refreshAhead how long before its end a token is refreshed, at most 30
	 * minutes because the platform hands out the same token before
	 * @param clock tells which token is valid
	 */
	public TenantTokenProvider(TokenSource source, Duration refreshAhead, Clock clock) {
		Assert.isTrue(!refreshAhead.isNegative() && refreshAhead.compareTo(LONGEST_REFRESH_AHEAD) <= 0,
				"'refreshAhead' must be from 0 to 30 minutes");
		this.source = source;
		this.refreshAhead = refreshAhead;
		this.clock = clock;
	}

	/**
	 * Gives a token that is valid now.
	 * @return the token that is kept, or a new one. Errors are those of the source
	 */
	public Mono<TenantToken> token() {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			State state = Objects.requireNonNull(this.state.get());
			TenantToken token = state.token();
			if (token == null || !token.isValidAt(now)) {
				return refresh(token);
			}
			if (token.isValidAt(now.plus(this.refreshAhead)) || now.isBefore(state.nextRefresh())) {
				return Mono.just(token);
			}
			// Begins the refresh, but answers with what is there first: the old token.
			return Mono.firstWithValue(refresh(token), Mono.just(token));
		});
	}

	/**
	 * Gives another token in place of one that the platform refused. Of many callers who
	 * were refused the same token, one causes a request.
	 * @param refused the token that was refused
	 * @return a token obtained after that one; the same value if the platform handed it
	 * out again
	 */
	public Mono<TenantToken> replace(TenantToken refused) {
		return Mono.defer(() -> {
			State state = this.state.updateAndGet((current) -> current.without(refused));
			return (state.token() != null) ? Mono.just(state.token()) : refresh(null);
		});
	}

	private Mono<TenantToken> refresh(@Nullable TenantToken old) {
		Mono<TenantToken> request = request();
		State state = this.state.updateAndGet((current) -> current.refreshing(old, request));
		// Those who waited go on in parallel: on the event loop that read the token, all
		// connections of the pool would be opened on that one loop.
		return (state.request() != null) ? state.request().publishOn(Schedulers.parallel())
				: Mono.justOrEmpty(state.token());
	}

	private Mono<TenantToken> request() {
		return Mono.defer(this.source::fetch)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The token source gave no token")))
			.doOnNext((token) -> finish((current) -> token))
			.doOnError((error) -> finish(State::token))
			.cache();
	}

	private void finish(Function<State, @Nullable TenantToken> token) {
		Instant nextRefresh = this.clock.instant().plus(PAUSE_BETWEEN_REFRESHES);
		this.state.updateAndGet((current) -> new State(token.apply(current), null, nextRefresh));
	}

	/**
	 * What is known about the token.
	 *
	 * @param token what to hand out, as long as it is valid
	 * @param request what everybody waits for who has no valid token; none when absent
	 * @param nextRefresh when a token that still serves may be refreshed at the earliest
	 */
	private record State(@Nullable TenantToken token, @Nullable Mono<TenantToken> request, Instant nextRefresh) {

		State refreshing(@Nullable TenantToken old, Mono<TenantToken> request) {
			boolean replaced = this.token != null && !this.token.equals(old);
			return (this.request != null || replaced) ? this : new State(this.token, request, this.nextRefresh);
		}

		State without(TenantToken refused) {
			return refused.equals(this.token) ? new State(null, this.request, this.nextRefresh) : this;
		}

	}

}
