package io.ephemeral.feishu.card;

import io.ephemeral.feishu.card.json.CardMapper;

/**
 * Content of a card: a typed {@link Card}, a {@link ComposedCard} that creates one, a
 * {@link TemplateCard} of the card builder, or a {@link RawCard} with any JSON. Any
 * Jackson 3 mapper writes it as the JSON that the platform expects. Its {@code toString}
 * contains no text of the card.
 */
public sealed interface CardContent permits Card, ComposedCard, RawCard, TemplateCard {

	/**
	 * Writes the card as the JSON for the platform.
	 * @return a JSON object
	 */
	default String toJson() {
		return CardMapper.INSTANCE.writeValueAsString(this);
	}

}
