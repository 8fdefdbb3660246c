package io.ephemeral.feishu.callback.around;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.ExceptionMethods.Caught;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * Handler whose exceptions become replies.
 *
 * @param handler the handler
 * @param places methods for exceptions, by beans in the order of the search
 */
record CaughtHandler(CardActionHandler handler, List<ExceptionMethods> places) implements CardActionHandler {

	private static final Log logger = LogFactory.getLog(CaughtHandler.class);

	@Override
	public Set<String> actions() {
		return this.handler.actions();
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		return ApplicationCall.defer(() -> this.handler.handle(event)).onErrorResume((error) -> reply(error, event));
	}

	private Mono<CardActionReply> reply(Throwable error, CardActionEvent event) {
		Throwable thrown = ThrownError.unwrap(error);
		return this.places.stream()
			.map((place) -> place.find(thrown))
			.filter(Objects::nonNull)
			.findFirst()
			.map((caught) -> reply(caught, thrown, event))
			.orElseGet(() -> Mono.error(error));
	}

	private Mono<CardActionReply> reply(Caught caught, Throwable error, CardActionEvent event) {
		logger.debug(this.handler + " failed, and " + caught.method() + " replies", error);
		return ApplicationCall.defer(() -> caught.method().call(event, caught.error()))
			.onErrorMap((failure) -> failed(caught, error, ThrownError.unwrap(failure)));
	}

	private static Throwable failed(Caught caught, Throwable error, Throwable failure) {
		IllegalStateException both = new IllegalStateException(
				"The exception handler " + caught.method() + " failed; the error that it handled is suppressed below",
				failure);
		both.addSuppressed(error);
		return both;
	}

	@Override
	public String toString() {
		return this.handler.toString();
	}

}
