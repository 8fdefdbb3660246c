package io.ephemeral.feishu.client;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Filter that waits for the permit of a call. It runs before the call has a token,
 * because the token could expire during the wait. {@link Departures}, an inner filter,
 * uses the permit when the request leaves.
 */
final class LimitFilter implements ExchangeFilterFunction {

	private final RateLimiter limiter;

	LimitFilter(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			CallScope scope = CallScope.of(context);
			return scope.waits(this.limiter.acquire(permitRequest(request))).flatMap((permit) -> Mono.defer(() -> {
				scope.leaves(permit);
				return next.exchange(request);
			}).doFinally((end) -> permit.release()));
		});
	}

	private static PermitRequest permitRequest(ClientRequest request) {
		return new PermitRequest(operation(request), FeishuAttributes.tenantOf(request), target(request),
				FeishuAttributes.priorityOf(request), FeishuAttributes.maxWaitOf(request));
	}

	private static String operation(ClientRequest request) {
		String template = Operations.templateOf(request);
		return (template != null) ? template : Operations.nameOf(request);
	}

	/**
	 * Returns the chat or person of the call. Updates have a limit for each message,
	 * whose id is in the path.
	 */
	private static @Nullable String target(ClientRequest request) {
		if (Operations.nameOf(request).equals("message.update")) {
			return request.url().getRawPath();
		}
		ChatId chat = FeishuAttributes.chatOf(request);
		return (chat != null) ? chat.value() : FeishuAttributes.receiverOf(request);
	}

	/**
	 * Filter that counts each request that leaves, including the repetition with another
	 * token, and reports refusals of the platform to the limiter.
	 */
	static final class Departures implements ExchangeFilterFunction {

		private final RateLimiter limiter;

		Departures(RateLimiter limiter) {
			this.limiter = limiter;
		}

		@Override
		public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
			return Mono.deferContextual((context) -> {
				Permit permit = CallScope.of(context).permit();
				return permit.sent() ? exchange(permit, request, next) : replay(request, next);
			});
		}

		private Mono<ClientResponse> replay(ClientRequest request, ExchangeFunction next) {
			return this.limiter.acquire(permitRequest(request)).flatMap((permit) -> {
				if (permit.sent()) {
					return exchange(permit, request, next);
				}
				permit.release();
				return replay(request, next);
			});
		}

		private static Mono<ClientResponse> exchange(Permit permit, ClientRequest request, ExchangeFunction next) {
			return Mono.defer(() -> next.exchange(request))
				.doOnNext((response) -> permit.answered())
				.doOnError(FeishuApiException.class, (error) -> answered(permit, error))
				.doFinally((end) -> permit.release());
		}

		private static void answered(Permit permit, FeishuApiException error) {
			switch (error.category()) {
				case QUOTA_EXHAUSTED -> permit.refused(RefusalScope.QUOTA, null);
				case RATE_LIMITED -> permit.refused(
						error.is(ErrorReason.TARGET_RATE_LIMITED) ? RefusalScope.TARGET : RefusalScope.OPERATION,
						error.error().retryAfter());
				default -> permit.answered();
			}
		}

	}

}
