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
 * Provider of the current token of each tenant. Any number of callers share one request
 * for it, and a canceled caller does not affect the others. In the last part of its life
 * the token is refreshed in the background while it still serves; if that fails, it
 * serves until it ends, and the attempts become rarer. A failure for one tenant does not
 * affect the others. A token that has ended is forgotten when the next one of any tenant
 * comes.
 */
public final class TenantTokenProvider {

	/**
	 * The default of {@code feishu.token.refresh-ahead}: an outage of the platform of
	 * that length goes unnoticed, less the pause before the next attempt.
	 */
	public static final Duration STANDARD_REFRESH_AHEAD = Duration.ofMinutes(25);

	/**
	 * The platform hands out the same token until so much of its life is left.
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
	 * Gives the tokens of a source.
	 * @param source obtains them
	 * @param refreshAhead how long before its end a token is refreshed, at most 30
	 * minutes because the platform hands out the same token before; up to an eighth less,
	 * so that many tokens are not refreshed at once, and no sooner than after a fifth of
	 * a short life
	 * @param clock clock for the validity of tokens
	 */
	public TenantTokenProvider(TokenSource source, Duration refreshAhead, Clock clock) {
		this(source, refreshAhead, clock, System::nanoTime);
	}

	/**
	 * Provides the app access tokens, which obtain the tokens of the tenants.
	 * @param source obtains them
	 * @param clock clock for the validity of tokens
	 * @return the provider
	 */
	static TenantTokenProvider ofApp(TokenSource source, Clock clock) {
		return new TenantTokenProvider("app access token", source, STANDARD_REFRESH_AHEAD, clock, System::nanoTime);
	}

	/**
	 * Gives the tokens of a source.
	 * @param elapsed nanoseconds since any instant, which go on evenly when the clock is
	 * set
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
	 * Gives a token that is valid now.
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @return the token that is kept, or a new one. Errors are those of the source
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
			// Begins the refresh, but answers with what is there first: the old token.
			return Mono.firstWithValue(refresh(key, held.token()), held.answer());
		});
	}

	/**
	 * Gives another token in place of one that the platform refused. Of many callers who
	 * were refused the same token, one causes a request.
	 * @param tenant the tenant whose token it is; null for a self-built app
	 * @param refused the token that was refused
	 * @return a token obtained after that one; the same value if the platform handed it
	 * out again
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
	 * that.
	 * @param <T> what the call gives
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @param call makes the call, and fails if it is refused
	 * @return what the call gives. Errors are those of the call, and
	 * {@link TokenRefusedException} if the platform has no other token;
	 * {@link TokenUnavailableException}, {@link TenantMismatchException} or what the
	 * source reports if there is none, and the call was not made
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
	 * Maps a failed request for the token: the call was certainly not made.
	 */
	private static Mono<TenantToken> available(Mono<TenantToken> token) {
		return token.onErrorMap(DeliveryUnknownException.class, TokenUnavailableException::new);
	}

	private static boolean isTokenRefused(Throwable error) {
		return error instanceof FeishuApiException refusal && refusal.category() == ErrorCategory.TOKEN;
	}

	/**
	 * Returns whether the platform gave the refused token again a short time ago. Another
	 * request would give the same one, and would delay the calls that it serves.
	 */
	private boolean isHandedOutAgain(State state, TenantToken refused) {
		return state.refused() != null && state.refused().value().equals(refused.value())
				&& isBefore(state.nextAttempt());
	}

	private Mono<TenantToken> refresh(Optional<TenantKey> key, @Nullable TenantToken old) {
		State state = Objects.requireNonNull(this.states.compute(key,
				(unused, current) -> refreshing(key, (current != null) ? current : State.EMPTY, old)));
		// Those who waited go on in parallel: on the event loop that read the token, all
		// connections of the pool would be opened on that one loop.
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

	/** Warns once, because callers see no error while the old token serves. */
	private static void warn(Optional<TenantKey> key, Held held, Throwable error) {
		logger.warn("The token%s was not refreshed and serves until %s: %s".formatted(of(key), held.token().expiresAt(),
				(error instanceof FeishuException) ? error.getMessage() : error.getClass().getName()));
	}

	private static String of(Optional<TenantKey> key) {
		return key.map((tenant) -> " of " + tenant).orElse("");
	}

	private Held hold(TenantToken token) {
		Duration life = Duration.between(this.clock.instant(), token.expiresAt());
		Duration longest = life.multipliedBy(4).dividedBy(5);
		Duration ahead = (longest.compareTo(this.refreshAhead) < 0) ? longest : this.refreshAhead;
		// Never the whole: at the half hour the platform may still give the same token.
		double share = 0.98 - ThreadLocalRandom.current().nextDouble() * 0.1;
		return new Held(token, Mono.just(token), this.elapsed.getAsLong() + nanos(life),
				Duration.ofMillis((long) (ahead.toMillis() * share)));
	}

	/**
	 * The clock may be set, and the elapsed time stands while the machine sleeps: the
	 * first of them ends the token.
	 */
	private Duration left(Held held) {
		Duration byClock = Duration.between(this.clock.instant(), held.token().expiresAt());
		Duration byElapsed = Duration.ofNanos(held.end() - this.elapsed.getAsLong());
		return (byClock.compareTo(byElapsed) < 0) ? byClock : byElapsed;
	}

	/** After 1, 2, 4 … seconds, and up to a fifth more; at once if nothing failed. */
	private long nextAttempt(int failures) {
		long seconds = (failures == 0) ? 0 : Math.min(1L << Math.min(failures - 1, 10), LONGEST_PAUSE.toSeconds());
		double jitter = 1 + ThreadLocalRandom.current().nextDouble() * 0.2;
		return this.elapsed.getAsLong() + (long) (Duration.ofSeconds(seconds).toNanos() * jitter);
	}

	private boolean isBefore(long instant) {
		return this.elapsed.getAsLong() - instant < 0;
	}

	/** A year is as good as for ever, and does not overflow. */
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
	 * A token that serves.
	 *
	 * @param answer the token, for a caller
	 * @param end when it ends, by the elapsed time
	 * @param refreshAhead how long before its end it is refreshed
	 */
	private record Held(TenantToken token, Mono<TenantToken> answer, long end, Duration refreshAhead) {
	}

	/**
	 * State of the token of a tenant.
	 *
	 * @param held what to hand out, as long as it is valid
	 * @param refused the token that was refused, while the platform gave no other
	 * @param request request that callers without a valid token wait for; none when
	 * absent
	 * @param failures how many requests in a row gave no other token
	 * @param nextAttempt when a token that still serves may be refreshed at the earliest,
	 * by the elapsed time
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
