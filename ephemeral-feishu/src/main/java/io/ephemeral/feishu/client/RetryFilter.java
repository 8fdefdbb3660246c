package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.RateLimitedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Filter that repeats three kinds of failed calls: a call refused by a rate limit, after
 * the required wait; a call that was never sent; and an idempotent call with an unknown
 * outcome. Other failures, such as an ephemeral card without a response, are errors for
 * the caller.
 */
final class RetryFilter implements ExchangeFilterFunction {

	private static final long FIRST_BACK_OFF = Duration.ofMillis(200).toMillis();

	/**
	 * Categories of errors that may follow a successful attempt. Undocumented codes are
	 * included, because the platform may refuse a duplicate with one of them.
	 */
	private static final Set<ErrorCategory> OF_ONE_REQUEST = Set.of(ErrorCategory.RATE_LIMITED, ErrorCategory.TOKEN,
			ErrorCategory.QUOTA_EXHAUSTED, ErrorCategory.UNKNOWN);

	private final RetryPolicy policy;

	RetryFilter(RetryPolicy policy) {
		this.policy = policy;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> attempt(request, next, CallScope.of(context), 0, false));
	}

	/**
	 * Starts an attempt.
	 * @param before number of previous attempts
	 * @param unknown whether one of them may have been carried out
	 */
	private Mono<ClientResponse> attempt(ClientRequest request, ExchangeFunction next, CallScope scope, int before,
			boolean unknown) {
		return next.exchange(request).onErrorResume((error) -> {
			Duration wait = waitAfter(request, error, before);
			if (wait == null || before + 1 >= this.policy.maxAttempts()
					|| scope.sinceFirstDeparture().plus(wait).compareTo(this.policy.maxElapsed()) > 0) {
				return Mono.error(
						CallOutcome.describe(Operations.nameOf(request), unknown ? orUnknown(request, error) : error));
			}
			return Mono.delay(wait)
				.flatMap((over) -> attempt(request, next, scope, before + 1, unknown || isOutcomeUnknown(error)));
		});
	}

	/**
	 * Adds to the last error that an earlier attempt may have been carried out.
	 */
	private static Throwable orUnknown(ClientRequest request, Throwable error) {
		String operation = Operations.nameOf(request);
		return (!Operations.isReading(request) && isOfThisRequestOnly(error)) ? new DeliveryUnknownException(operation,
				operation + " may have had an effect in an earlier attempt; the last attempt failed: "
						+ error.getMessage(),
				error) : error;
	}

	/**
	 * An error in the request itself would also have failed the first attempt. The two
	 * updates of a click may have been used by the attempts before.
	 */
	private static boolean isOfThisRequestOnly(Throwable error) {
		if (error instanceof FeishuApiException refusal) {
			return OF_ONE_REQUEST.contains(refusal.category()) || refusal.is(ErrorReason.CLICK_USED_UP);
		}
		return Effect.of(error) == Effect.NONE;
	}

	/**
	 * Returns the wait before the next attempt; null if the call must not be repeated.
	 */
	private static @Nullable Duration waitAfter(ClientRequest request, Throwable error, int before) {
		if (isOfToken(request, error)) {
			return null;
		}
		if (error instanceof RateLimitedException limited && limited.error().retryAfter() != null) {
			return jittered(limited.error().retryAfter().toMillis(), 0.1);
		}
		boolean repeatable = error instanceof RateLimitedException || error instanceof ConnectionFailedException
				|| (isOutcomeUnknown(error) && isIdempotent(request));
		return repeatable ? jittered(FIRST_BACK_OFF << before, 1) : null;
	}

	/** Adds jitter, which only lengthens the wait, so that retries spread out. */
	private static Duration jittered(long millis, double share) {
		return Duration.ofMillis(millis + (long) (ThreadLocalRandom.current().nextDouble() * share * millis));
	}

	/**
	 * Returns whether the error comes from the request for a token, which has its own
	 * retries.
	 */
	private static boolean isOfToken(ClientRequest request, Throwable error) {
		String operation = Operations.nameOf(request);
		return (error instanceof ConnectionFailedException failure && !failure.operation().equals(operation))
				|| (error instanceof FeishuApiException refusal && !refusal.operation().equals(operation));
	}

	private static boolean isOutcomeUnknown(Throwable error) {
		return error instanceof WebClientRequestException
				|| (error instanceof FeishuException && Effect.of(error) == Effect.UNKNOWN);
	}

	private static boolean isIdempotent(ClientRequest request) {
		return Operations.isIdempotent(request) || Operations.isReading(request);
	}

}
