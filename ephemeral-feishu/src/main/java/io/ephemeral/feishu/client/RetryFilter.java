package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import reactor.util.retry.Retry.RetrySignal;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Repeats a call that the platform throttled, once its wait is over; a call that was
 * never sent; and, if it does no harm twice, a call of which nothing is known. All else,
 * such as an ephemeral card without a response, is left to the caller.
 */
final class RetryFilter implements ExchangeFilterFunction {

	private static final long FIRST_BACK_OFF = Duration.ofMillis(200).toMillis();

	private final RetryPolicy policy;

	RetryFilter(RetryPolicy policy) {
		this.policy = policy;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> {
			Scheduler clock = Schedulers.parallel();
			long start = clock.now(TimeUnit.MILLISECONDS);
			return next.exchange(request)
				.retryWhen(Retry.from((failures) -> failures
					.concatMap((failure) -> waitOrFail(request, failure, clock.now(TimeUnit.MILLISECONDS) - start))));
		});
	}

	private Mono<Long> waitOrFail(ClientRequest request, RetrySignal failure, long elapsed) {
		Duration wait = waitAfter(request, failure);
		boolean over = wait == null || failure.totalRetries() + 1 >= this.policy.maxAttempts()
				|| wait.plusMillis(elapsed).compareTo(this.policy.maxElapsed()) > 0;
		return (wait == null || over) ? Mono.error(failure.failure()) : Mono.delay(wait);
	}

	/** How long to wait before the next request; null if there must be none. */
	private static @Nullable Duration waitAfter(ClientRequest request, RetrySignal failure) {
		Throwable error = failure.failure();
		if (isOfToken(request, error)) {
			return null;
		}
		if (error instanceof RateLimitedException limited && limited.error().retryAfter() != null) {
			return jittered(limited.error().retryAfter().toMillis(), 0.1);
		}
		boolean repeatable = error instanceof RateLimitedException || isNeverSent(error)
				|| (isOutcomeUnknown(error) && isIdempotent(request));
		return repeatable ? jittered(FIRST_BACK_OFF << failure.totalRetries(), 1) : null;
	}

	/** Never sooner, so that many do not come back at once. */
	private static Duration jittered(long millis, double share) {
		return Duration.ofMillis(millis + (long) (ThreadLocalRandom.current().nextDouble() * share * millis));
	}

	/** The request for a token was repeated by a filter of its own. */
	private static boolean isOfToken(ClientRequest request, Throwable error) {
		return error instanceof ConnectionFailedException || (error instanceof FeishuApiException refusal
				&& !refusal.operation().equals(Operations.nameOf(request)));
	}

	private static boolean isNeverSent(Throwable error) {
		return error instanceof WebClientRequestException && NoResponse.isBeforeRequest(error);
	}

	private static boolean isOutcomeUnknown(Throwable error) {
		return error instanceof DeliveryUnknownException || error instanceof WebClientRequestException
				|| (error instanceof FeishuApiException refusal
						&& refusal.category().retryClass() == RetryClass.IF_IDEMPOTENT);
	}

	private static boolean isIdempotent(ClientRequest request) {
		return Operations.isIdempotent(request) || request.method().equals(HttpMethod.GET)
				|| request.method().equals(HttpMethod.HEAD);
	}

}
