package io.ephemeral.sample;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;

import org.springframework.stereotype.Component;

/**
 * Answers whoever uses one of the {@link ExampleCards}.
 */
@Component
class ExampleActions {

	private final EphemeralCardTemplate cards;

	ExampleActions(EphemeralCardTemplate cards) {
		this.cards = cards;
	}

	@CardAction("example")
	CardActionReply thank(MessageId card) {
		return CardActionReply.success("Thank you. Nobody else has seen this.")
			.afterwards(() -> this.cards.delete(card));
	}

}
