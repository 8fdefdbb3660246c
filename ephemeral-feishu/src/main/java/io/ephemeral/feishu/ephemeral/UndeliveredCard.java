package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;

/**
 * Card that was certainly not shown, and may be delivered in another way.
 *
 * @param card the card, in the language of the viewer
 * @param chat group of the card
 * @param viewer the only person who may see the card
 * @param refusal error that prevented the delivery
 */
public record UndeliveredCard(CardContent card, ChatId chat, Viewer viewer, FeishuException refusal) {

	/**
	 * Returns the result for a card that the caller's own route delivered.
	 * @param messageId id of the card on that route; the library never deletes the card
	 * @return the sent card with delivery {@link Delivery#OWN_ROUTE}
	 */
	public SentCard sentAs(MessageId messageId) {
		return new SentCard(messageId, this.chat, this.viewer, Delivery.OWN_ROUTE, null, null);
	}

}
