package io.ephemeral.feishu.client;

import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.LogId;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Filter that logs the end of each call at {@code DEBUG}, in one line without chats and
 * persons.
 */
final class CallLog implements ExchangeFilterFunction {

	private static final Log logger = LogFactory.getLog(CallLog.class);

	static boolean isOn() {
		return logger.isDebugEnabled();
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return isOn() ? logged(request, next) : next.exchange(request);
	}

	private static Mono<ClientResponse> logged(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			CallProgress progress = CallScope.of(context).progress();
			return (progress == null) ? next.exchange(request) : next.exchange(request)
				.doOnNext((response) -> log(progress, CallEnd.operationOf(request) + ": success",
						LogId.of(response.headers().asHttpHeaders())))
				.doOnError((error) -> log(progress, describe(CallEnd.of(request, error), error), logIdOf(error)))
				.doOnCancel(() -> log(progress, CallEnd.operationOf(request) + ": canceled", null));
		});
	}

	private static String describe(CallEnd end, Throwable error) {
		FeishuApiException answer = end.answer();
		return end.operation() + ": " + end.outcome() + ", " + ((answer != null)
				? "code " + answer.code() + " (" + end.category() + ")" : error.getClass().getSimpleName());
	}

	private static @Nullable String logIdOf(Throwable error) {
		FeishuApiException answer = CallEnd.answerOf(error);
		return (answer != null) ? answer.logId()
				: (error instanceof UnexpectedResponseException response) ? response.logId() : null;
	}

	private static void log(CallProgress progress, String end, @Nullable String logId) {
		if (progress.ends()) {
			logger.debug(end + ", after " + progress + ((logId != null) ? ", log id " + logId : ""));
		}
	}

}
