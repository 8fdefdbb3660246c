package io.ephemeral.feishu.card;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.rule.CardTarget;

/**
 * Content that creates a typed card when it is sent, such as a form from a record.
 * Implementations are immutable.
 */
public non-sealed interface ComposedCard extends CardContent {

	/**
	 * Creates the card.
	 * @param target audience of the card
	 * @return the card
	 */
	Card compose(CardTarget target);

	/**
	 * Creates the card for one viewer.
	 * @return an ordinary card, which can be changed
	 */
	@JsonValue
	default Card card() {
		return compose(CardTarget.EPHEMERAL);
	}

}
