package io.ephemeral.feishu.autoconfigure;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.client.ConnectionFailedException;
import io.ephemeral.feishu.client.DeliveryUnknownException;
import io.ephemeral.feishu.client.ErrorCategory;
import io.ephemeral.feishu.client.FeishuApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Remembers when the platform last did its work, and what last kept it from that. A call
 * that it refused for the caller's sake is work as well; one that was never sent because
 * of the limits tells nothing.
 */
final class CallHistory {

	/** No call gets through before somebody acts. */
	private static final Set<ErrorCategory> UNUSABLE = Set.of(ErrorCategory.TOKEN, ErrorCategory.CREDENTIALS,
			ErrorCategory.APP_UNAVAILABLE, ErrorCategory.QUOTA_EXHAUSTED);

	private final Clock clock;

	private volatile @Nullable Instant answer;

	private volatile @Nullable Trouble trouble;

	CallHistory(Clock clock) {
		this.clock = clock;
	}

	/** A filter of clients; not of that type, which an application may have beans of. */
	Mono<ClientResponse> watch(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request)
			.doOnNext((response) -> this.answer = this.clock.instant())
			.doOnError((error) -> failed(this.clock.instant(), error));
	}

	private void failed(Instant now, Throwable error) {
		if (error instanceof FeishuApiException refusal) {
			if (UNUSABLE.contains(refusal.category())) {
				this.trouble = new Trouble(now, error, true);
			}
			else {
				this.answer = now;
			}
		}
		else if (error instanceof ConnectionFailedException || error instanceof DeliveryUnknownException
				|| error instanceof TokenUnavailableException) {
			this.trouble = new Trouble(now, error, false);
		}
	}

	@Nullable Instant answer() {
		return this.answer;
	}

	/** What is wrong as far as is known; null once the platform has answered again. */
	@Nullable Trouble trouble() {
		Trouble trouble = this.trouble;
		Instant answer = this.answer;
		return (trouble != null && (answer == null || !answer.isAfter(trouble.at()))) ? trouble : null;
	}

	/**
	 * A call that could not do its work.
	 *
	 * @param lasting whether the next one can not either
	 */
	record Trouble(Instant at, Throwable error, boolean lasting) {
	}

}
