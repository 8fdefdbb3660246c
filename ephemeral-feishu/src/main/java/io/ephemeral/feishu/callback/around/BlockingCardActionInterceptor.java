package io.ephemeral.feishu.callback.around;

import java.util.Optional;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import reactor.core.publisher.Mono;

/**
 * Interceptor whose code may block. It runs on threads for handlers.
 */
public interface BlockingCardActionInterceptor extends CardActionInterceptor {

	/**
	 * Runs before the handler.
	 * @param event the click
	 * @return a reply in place of the handler; empty if the handler shall run
	 */
	default Optional<CardActionReply> before(CardActionEvent event) {
		return Optional.empty();
	}

	/**
	 * Runs after a handler that has not failed.
	 * @param event the click
	 * @param reply reply of the handler, without an effect if the handler returned none
	 * @return the reply to use
	 */
	default CardActionReply after(CardActionEvent event, CardActionReply reply) {
		return reply;
	}

	@Override
	default Mono<CardActionReply> intercept(CardActionEvent event, Chain chain) {
		return ApplicationCall.<Optional<CardActionReply>>call(() -> before(event), chain.scheduler())
			.flatMap((reply) -> reply.map(Mono::just)
				.orElseGet(() -> chain.proceed(event)
					.flatMap((replied) -> ApplicationCall.call(() -> after(event, replied), chain.scheduler()))));
	}

}
