package io.ephemeral.feishu.system;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.ClickObservationContext;
import io.ephemeral.feishu.callback.ClickObservationConvention;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.message.MessageText;
import io.ephemeral.feishu.message.ReactiveTextMessageTemplate;
import io.ephemeral.feishu.message.TextMessageTemplate;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.micrometer.common.KeyValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Application that asks privately, and publishes a reply with a blocking and a reactive
 * method.
 */
@Configuration(proxyBeanMethods = false)
class TracedApplication {

	private static final Logger logger = LoggerFactory.getLogger(TracedApplication.class);

	private static final Card OUTCOME = Card.builder().title("Lunch at noon").build();

	private final EphemeralCardTemplate cards;

	private final TextMessageTemplate texts;

	private final ReactiveTextMessageTemplate reactiveTexts;

	private final GroupCardTemplate groupCards;

	private final ReactivePublications publications;

	TracedApplication(EphemeralCardTemplate cards, TextMessageTemplate texts, ReactiveTextMessageTemplate reactiveTexts,
			GroupCardTemplate groupCards, ReactivePublications publications) {
		this.cards = cards;
		this.texts = texts;
		this.reactiveTexts = reactiveTexts;
		this.groupCards = groupCards;
		this.publications = publications;
	}

	@Bean
	static ClickObservationConvention clicks() {
		return new ClickObservationConvention() {

			@Override
			public KeyValues getLowCardinalityKeyValues(ClickObservationContext context) {
				return ClickObservationConvention.super.getLowCardinalityKeyValues(context).and("team", "lunch");
			}

		};
	}

	@EventListener
	void onMessage(MessageReceived message) {
		logger.info("asks");
		this.cards.send(message.chat(), message.sender(),
				Card.builder()
					.title("Lunch?")
					.add(Button.builder("Block").callback("block"))
					.add(Button.builder("React").callback("react"))
					.build());
	}

	@CardAction("block")
	CardActionReply block(CardActionEvent event) {
		logger.info("handles");
		this.texts.send(event.chat(), MessageText.of("Wait"));
		return CardActionReply.success("Saved").afterwards(() -> {
			logger.info("publishes");
			this.groupCards.send(event.chat(), OUTCOME);
		});
	}

	@CardAction("react")
	Mono<CardActionReply> react(CardActionEvent event) {
		logger.info("handles");
		return this.reactiveTexts.send(event.chat(), MessageText.of("Wait"))
			.thenReturn(CardActionReply.success("Saved").afterwards(Mono.defer(() -> {
				logger.info("publishes");
				return this.publications.publish(event, OUTCOME);
			})));
	}

}
