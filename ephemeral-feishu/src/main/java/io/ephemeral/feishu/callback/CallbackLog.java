package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Log of the response to each callback at {@code DEBUG}, in one line without chats and
 * persons. Callbacks that are refused before they are read have other log lines.
 */
final class CallbackLog {

	private static final Log logger = LogFactory.getLog(CallbackLog.class);

	private CallbackLog() {
	}

	static Mono<CallbackResponse> logged(CallbackPayload payload, Mono<CallbackResponse> answer) {
		return !logger.isDebugEnabled() ? answer : Mono.defer(() -> {
			long start = now();
			return answer.doOnNext((response) -> log(payload, response.status(), start))
				.doOnError((error) -> log(payload, statusAfter(error), start));
		});
	}

	private static int statusAfter(Throwable error) {
		return (error instanceof WorkRefusedException) ? CallbackProcessor.UNAVAILABLE
				: (error instanceof CallbackRejectedException rejected) ? rejected.reason().status() : 500;
	}

	private static void log(CallbackPayload payload, int status, long start) {
		logger.debug("%s was answered with %d after %d ms".formatted(describe(payload), status,
				Duration.ofNanos(now() - start).toMillis()));
	}

	private static String describe(CallbackPayload payload) {
		if (payload.challenge() != null) {
			return "The check of the address";
		}
		String id = plain(payload.eventId(), "without an id");
		return payload.isClick()
				? "The click " + id + " of the action " + plain(CardActionEvent.of(payload).action(), "without a name")
				: "The event " + id + " of the type " + plain(payload.eventType(), "without a name");
	}

	private static String plain(@Nullable String text, String otherwise) {
		return (text != null && CardClicks.PLAIN.matcher(text).matches()) ? text : otherwise;
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
