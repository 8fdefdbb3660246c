package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.autoconfigure.FeishuWebClientCustomizer;
import io.ephemeral.feishu.client.CallEnd;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * History of calls: how they ended, when the platform last responded, and what is wrong
 * since then. A call that the platform refused because of its content or of one tenant is
 * a response as well. A call that was never sent because of the limits does not count.
 */
final class CallHistory implements FeishuWebClientCustomizer, Ordered {

	/** Categories that stop all calls until a person acts. */
	private static final Set<ErrorCategory> UNUSABLE = Set.of(ErrorCategory.TOKEN, ErrorCategory.CREDENTIALS,
			ErrorCategory.APP_UNAVAILABLE, ErrorCategory.QUOTA_EXHAUSTED);

	private final Clock clock;

	private final CallCounts counts = new CallCounts();

	private @Nullable Instant answer;

	private @Nullable Trouble trouble;

	CallHistory(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Runs last, so that its filter stands before all others. There it sees how a call
	 * ends, and not how each attempt does.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(WebClient.Builder builder) {
		builder.filters((filters) -> filters.add(0, this::watch));
	}

	@Override
	public void customizeForTokens(WebClient.Builder builder) {
		builder.filters((filters) -> filters.add(0, this::count));
	}

	Mono<ClientResponse> watch(ClientRequest request, ExchangeFunction next) {
		Mono<ClientResponse> call = count(request, next);
		// A token that the caller provides does not show the state of the app's tokens.
		return (FeishuAttributes.accessTokenOf(request) != null) ? call : call.doOnEach((end) -> ended(request, end));
	}

	/** Counts requests for tokens, which are parts of other calls. */
	private Mono<ClientResponse> count(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).doOnEach((end) -> {
			if (end.isOnNext() || end.isOnError()) {
				this.counts.add(CallEnd.of(request, end.getThrowable()), this.clock.instant());
			}
		});
	}

	private void ended(ClientRequest request, Signal<ClientResponse> end) {
		Throwable error = end.getThrowable();
		if (error != null) {
			failed(request, error);
		}
		else if (end.isOnNext()) {
			answered();
		}
	}

	private synchronized void answered() {
		this.answer = this.clock.instant();
		this.trouble = null;
	}

	private void failed(ClientRequest request, Throwable error) {
		if (error instanceof FeishuApiException refusal) {
			if (isUnusable(refusal) && !isOfOneTenant(request, refusal)) {
				troubled(error, true);
			}
			else {
				answered();
			}
		}
		else if (isBusy(error)) {
			answered();
		}
		else if (error instanceof ConnectionFailedException || error instanceof DeliveryUnknownException
				|| error instanceof TokenUnavailableException) {
			troubled(error, false);
		}
	}

	private static boolean isUnusable(FeishuApiException refusal) {
		return UNUSABLE.contains(refusal.category()) || refusal.is(ErrorReason.ADDRESS_NOT_ALLOWED);
	}

	/**
	 * The app access token is shared by all tenants, so its refusal concerns all of them.
	 */
	private static boolean isOfOneTenant(ClientRequest request, FeishuApiException refusal) {
		return FeishuAttributes.tenantOf(request) != null && !refusal.operation().startsWith("auth.app_");
	}

	private static boolean isBusy(Throwable error) {
		return error instanceof DeliveryUnknownException && error.getCause() instanceof FeishuApiException refusal
				&& refusal.category() == ErrorCategory.BUSY;
	}

	/** A lasting problem is not over when the connection fails as well. */
	private synchronized void troubled(Throwable error, boolean lasting) {
		if (lasting || this.trouble == null || !this.trouble.lasting()) {
			this.trouble = new Trouble(this.clock.instant(), error.toString(), lasting);
		}
	}

	/**
	 * Returns the numbers of calls and of token requests, except canceled ones.
	 */
	List<CallCounts.Count> counts() {
		return this.counts.latest();
	}

	synchronized @Nullable Instant answer() {
		return this.answer;
	}

	/** Returns the last problem; null once the platform has responded again. */
	synchronized @Nullable Trouble trouble() {
		return this.trouble;
	}

	/**
	 * Problem that made a call fail.
	 *
	 * @param lasting whether the next call fails too
	 */
	record Trouble(Instant at, String error, boolean lasting) {
	}

}
