package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Provider of the current token of each tenant. Concurrent callers share one request for
 * a token, and a canceled caller does not affect the others. In the last part of its life
 * a token is refreshed in the background while calls still use it. If the refresh fails,
 * calls use the token until it expires, and the refresh is tried again after growing
 * pauses. A failure for one tenant does not affect the others. An expired token is
 * removed when a new one of any tenant is obtained.
 */
public final class TenantTokenProvider {

	/**
	 * Default of {@code feishu.token.refresh-ahead}. Calls do not notice an outage of the
	 * token endpoint of this length, less the pause before the next attempt.
	 */
	public static final Duration STANDARD_REFRESH_AHEAD = Duration.ofMinutes(25);

	/**
	 * Remaining life from which the platform issues a new token. Before, it returns the
	 * same token again.
	 *
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal">Tenant
	 * access token of a self-built app</a>
	 */
	private static final Duration LONGEST_REFRESH_AHEAD = Duration.ofMinutes(30);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(TenantTokenProvider.class);

	/** Name of the tokens in the log. */
	private final String kind;

	private final TokenSource source;

	private final Duration refreshAhead;

	private final Clock clock;

	private final LongSupplier elapsed;

	private final Map<Optional<TenantKey>, State> states = new ConcurrentHashMap<>();

	/**
	 * Creates a provider of the tokens of a source.
	 * @param source source of the tokens
	 * @param refreshAhead time before the expiry at which a token is refreshed; at most
	 * 30 minutes, because the platform returns the same token before. The actual time is
	 * up to an eighth shorter, so that many tokens are not refreshed at once. A token
	 * with a short life is refreshed after a fifth of its life at the earliest
	 * @param clock clock for the validity of tokens
	 */
	public TenantTokenProvider(TokenSource source, Duration refreshAhead, Clock clock) {
		this(source, refreshAhead, clock, System::nanoTime);
	}

	/**
	 * Creates a provider of the app access token, with which the tokens of the tenants
	 * are obtained.
	 * @param source source of the token
	 * @param clock clock for the validity of tokens
	 * @return the provider
	 */
	static TenantTokenProvider ofApp(TokenSource source, Clock clock) {
		return new TenantTokenProvider("app access token", source, STANDARD_REFRESH_AHEAD, clock, System::nanoTime);
	}

	/**
	 * Creates a provider of the tokens of a source.
	 * @param elapsed nanoseconds since an arbitrary instant, unaffected by a change of
	 * the clock
	 */
	TenantTokenProvider(TokenSource source, Duration refreshAhead, Clock clock, LongSupplier elapsed) {
		this("tenant access token", source, refreshAhead, clock, elapsed);
	}

	private TenantTokenProvider(String kind, TokenSource source, Duration refreshAhead, Clock clock,
			LongSupplier elapsed) {
		Assert.isTrue(!refreshAhead.isNegative() && refreshAhead.compareTo(LONGEST_REFRESH_AHEAD) <= 0,
				"'refreshAhead' must be from 0 to 30 minutes");
		this.kind = kind;
		this.source = source;
		this.refreshAhead = refreshAhead;
		this.clock = clock;
		this.elapsed = elapsed;
	}

	/**
	 * Returns a token that is valid now.
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @return the current token, or a new one. Errors are those of the source
	 */
	public Mono<TenantToken> token(@Nullable TenantKey tenant) {
		Optional<TenantKey> key = Optional.ofNullable(tenant);
		return Mono.defer(() -> {
			State state = stateOf(key);
			Held held = state.held();
			if (held == null) {
				return refresh(key, null);
			}
			Duration left = left(held);
			if (left.compareTo(Duration.ZERO) <= 0) {
				return refresh(key, held.token());
			}
			if (left.compareTo(held.refreshAhead()) > 0 || isBefore(state.nextAttempt())) {
				return held.answer();
			}
			// Starts the refresh, but emits the first available token, which is the old
			// one.
			return Mono.firstWithValue(refresh(key, held.token()), held.answer());
		});
	}

	/**
	 * Returns another token in place of one that the platform refused. Callers with the
	 * same refused token share one request.
	 * @param tenant tenant of the token; null for a self-built app
	 * @param refused the token that the platform refused
	 * @return a token obtained later; it has the same value if the platform issued the
	 * same token again
	 */
	public Mono<TenantToken> replace(@Nullable TenantKey tenant, TenantToken refused) {
		Optional<TenantKey> key = Optional.ofNullable(tenant);
		return Mono.defer(() -> {
			this.states.computeIfPresent(key,
					(unused, state) -> isHandedOutAgain(state, refused) ? state : state.without(refused));
			Held held = stateOf(key).held();
			return (held != null) ? held.answer() : refresh(key, null);
		});
	}

	/**
	 * Makes a call with a token, and once more with another token if the platform refuses
	 * the first one.
	 * @param <T> type of the result
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @param call call to make with the token; fails if the platform refuses it
	 * @return the result of the call. Errors are those of the call, and a
	 * {@link TokenRefusedException} if the platform issues the same token again. If no
	 * token is available, the call is not made, and the error is a
	 * {@link TokenUnavailableException}, a {@link TenantMismatchException} or another
	 * error of the source
	 */
	public <T> Mono<T> call(@Nullable TenantKey tenant, Function<TenantToken, Mono<T>> call) {
		return available(token(tenant)).flatMap((token) -> call.apply(token)
			.onErrorResume(TenantTokenProvider::isTokenRefused, (refusal) -> available(replace(tenant, token))
				.flatMap((other) -> other.value().equals(token.value())
						? Mono.error(new TokenRefusedException((FeishuApiException) refusal)) : call.apply(other))));
	}

	/**
	 * Returns the states of the tokens. No request is made.
	 * @return states of the tokens that are held or requested, in no particular order
	 */
	public List<TokenState> states() {
		return this.states.entrySet()
			.stream()
			.map((entry) -> entry.getValue().describe(entry.getKey().orElse(null), this::left))
			.toList();
	}

	/**
	 * Maps an unknown outcome of a request for a token, because the call itself was
	 * certainly not made.
	 */
	private static Mono<TenantToken> available(Mono<TenantToken> token) {
		return token.onErrorMap(DeliveryUnknownException.class, TokenUnavailableException::new);
	}

	private static boolean isTokenRefused(Throwable error) {
		return error instanceof FeishuApiException refusal && refusal.category() == ErrorCategory.TOKEN;
	}

	/**
	 * Returns whether the platform issued the refused token again a short time ago.
	 * Another request would return the same token, and would delay the calls that it is
	 * valid for.
	 */
	private boolean isHandedOutAgain(State state, TenantToken refused) {
		return state.refused() != null && state.refused().value().equals(refused.value())
				&& isBefore(state.nextAttempt());
	}

	private Mono<TenantToken> refresh(Optional<TenantKey> key, @Nullable TenantToken old) {
		State state = Objects.requireNonNull(this.states.compute(key,
				(unused, current) -> refreshing(key, (current != null) ? current : State.EMPTY, old)));
		// Waiting callers continue in parallel. Otherwise, all connections of the pool
		// would be opened on the one event loop that read the token.
		return (state.request() != null) ? state.request().publishOn(Schedulers.parallel())
				: Objects.requireNonNull(state.held()).answer();
	}

	private State refreshing(Optional<TenantKey> key, State state, @Nullable TenantToken old) {
		boolean replaced = state.held() != null && !state.held().token().equals(old);
		return (state.request() != null || replaced) ? state
				: state.requesting(request(key, new TokenRequest(key.orElse(null), state.last())));
	}

	private Mono<TenantToken> request(Optional<TenantKey> key, TokenRequest request) {
		return Mono.defer(() -> this.source.fetch(request))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The token source returned no token")))
			.doOnNext((token) -> succeeded(key, token))
			.doOnError((error) -> failed(key, error))
			.cache();
	}

	private void succeeded(Optional<TenantKey> key, TenantToken token) {
		if (logger.isDebugEnabled()) {
			logger.debug("The %s%s is valid until %s".formatted(this.kind, of(key), token.expiresAt()));
		}
		Held held = hold(token);
		this.states.computeIfPresent(key, (unused, state) -> {
			TenantToken last = state.last();
			boolean same = last != null && last.value().equals(token.value());
			int failures = same ? state.failures() + 1 : 0;
			return new State(held, same ? state.refused() : null, null, failures, nextAttempt(failures));
		});
		this.states.values().removeIf(this::isOver);
	}

	private void failed(Optional<TenantKey> key, Throwable error) {
		State failed = this.states.computeIfPresent(key, (unused, state) -> {
			int failures = state.failures() + 1;
			State next = new State(state.held(), state.refused(), null, failures, nextAttempt(failures));
			return isOver(next) ? null : next;
		});
		if (failed != null && failed.held() != null && failed.failures() == 1) {
			warn(key, failed.held(), error);
		}
	}

	/** Logs one warning, because callers see no error while the old token is valid. */
	private static void warn(Optional<TenantKey> key, Held held, Throwable error) {
		logger.warn("The token%s could not be refreshed and is still used until %s: %s".formatted(of(key),
				held.token().expiresAt(),
				(error instanceof FeishuException) ? error.getMessage() : error.getClass().getName()));
	}

	private static String of(Optional<TenantKey> key) {
		return key.map((tenant) -> " of " + tenant).orElse("");
	}

	private Held hold(TenantToken token) {
		Duration life = Duration.between(this.clock.instant(), token.expiresAt());
		Duration longest = life.multipliedBy(4).dividedBy(5);
		Duration ahead = (longest.compareTo(this.refreshAhead) < 0) ? longest : this.refreshAhead;
		// Less than the whole, because exactly 30 minutes before the end the platform may
		// still return the same token.
		double share = 0.98 - ThreadLocalRandom.current().nextDouble() * 0.1;
		return new Held(token, Mono.just(token), this.elapsed.getAsLong() + nanos(life),
				Duration.ofMillis((long) (ahead.toMillis() * share)));
	}

	/**
	 * Returns the shorter of two times. The clock may be changed, and the elapsed time
	 * stops while the machine sleeps.
	 */
	private Duration left(Held held) {
		Duration byClock = Duration.between(this.clock.instant(), held.token().expiresAt());
		Duration byElapsed = Duration.ofNanos(held.end() - this.elapsed.getAsLong());
		return (byClock.compareTo(byElapsed) < 0) ? byClock : byElapsed;
	}

	/**
	 * Returns the time of the next attempt: after 1, 2, 4 … seconds plus up to a fifth;
	 * now if no request failed.
	 */
	private long nextAttempt(int failures) {
		long seconds = (failures == 0) ? 0 : Math.min(1L << Math.min(failures - 1, 10), LONGEST_PAUSE.toSeconds());
		double jitter = 1 + ThreadLocalRandom.current().nextDouble() * 0.2;
		return this.elapsed.getAsLong() + (long) (Duration.ofSeconds(seconds).toNanos() * jitter);
	}

	private boolean isBefore(long instant) {
		return this.elapsed.getAsLong() - instant < 0;
	}

	/** Limits the life to a year, which does not overflow. */
	private static long nanos(Duration life) {
		Duration year = Duration.ofDays(365);
		return ((life.compareTo(year) < 0) ? life : year).toNanos();
	}

	private State stateOf(Optional<TenantKey> key) {
		return this.states.getOrDefault(key, State.EMPTY);
	}

	private boolean isOver(State state) {
		TenantToken refused = state.refused();
		boolean serves = (state.held() != null) ? left(state.held()).compareTo(Duration.ZERO) > 0
				: refused != null && refused.isValidAt(this.clock.instant());
		return state.request() == null && !serves;
	}

	/**
	 * Token that calls use.
	 *
	 * @param answer publisher of the token
	 * @param end end of the token, in elapsed time
	 * @param refreshAhead time before the end at which the token is refreshed
	 */
	private record Held(TenantToken token, Mono<TenantToken> answer, long end, Duration refreshAhead) {
	}

	/**
	 * State of the token of a tenant.
	 *
	 * @param held current token; null if there is none
	 * @param refused refused token, until the platform issues another one; null if there
	 * is none
	 * @param request request in progress, which callers without a valid token wait for;
	 * null if there is none
	 * @param failures number of successive requests that returned no other token
	 * @param nextAttempt earliest time of the next refresh of a valid token, in elapsed
	 * time
	 */
	private record State(@Nullable Held held, @Nullable TenantToken refused, @Nullable Mono<TenantToken> request,
			int failures, long nextAttempt) {

		static final State EMPTY = new State(null, null, null, 0, 0);

		@Nullable TenantToken last() {
			return (this.held != null) ? this.held.token() : this.refused;
		}

		TokenState describe(@Nullable TenantKey tenant, Function<Held, Duration> left) {
			boolean serves = this.held != null && left.apply(this.held).compareTo(Duration.ZERO) > 0;
			return new TokenState(tenant, serves ? Objects.requireNonNull(this.held).token().expiresAt() : null,
					this.request != null, this.failures);
		}

		State requesting(Mono<TenantToken> request) {
			return new State(this.held, this.refused, request, this.failures, this.nextAttempt);
		}

		State without(TenantToken refused) {
			return (this.held != null && this.held.token().value().equals(refused.value()))
					? new State(null, refused, this.request, this.failures, this.nextAttempt) : this;
		}

	}

}
