package io.ephemeral.feishu.card;

import io.ephemeral.feishu.card.json.CardMapper;

/**
 * What can be shown as a card: a typed {@link Card}, a {@link TemplateCard} of the card
 * builder, or a {@link RawCard} of any JSON. Written by any Jackson 3 mapper, it is the
 * JSON that the platform expects. Its {@code toString} contains no text of the card.
 */
public sealed interface CardContent permits Card, RawCard, TemplateCard {

	/**
	 * Writes the card as it goes to the platform.
	 * @return a JSON object
	 */
	default String toJson() {
		return CardMapper.INSTANCE.writeValueAsString(this);
	}

}
