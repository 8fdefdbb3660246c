package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.CardActionInterceptor;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Interceptor that serves nothing to one person.
 */
@Component
class Fasting implements CardActionInterceptor {

	@Override
	public Mono<CardActionReply> intercept(CardActionEvent event, Chain chain) {
		return event.operator().value().equals("ou_monk") ? Mono.just(CardActionReply.info("You are fasting"))
				: chain.proceed(event);
	}

}
