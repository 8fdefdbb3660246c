package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;

/**
 * A card that was certainly not shown, and may go another way.
 *
 * @param card what was to be shown, in the language of the viewer
 * @param chat where
 * @param viewer to whom; it is for nobody else's eyes
 * @param refusal why not
 */
public record UndeliveredCard(CardContent card, ChatId chat, Viewer viewer, FeishuException refusal) {

	/**
	 * Returns the card as delivered in another way.
	 * @param messageId id that the other way uses for it; the library never deletes it
	 * @return the card as sent
	 */
	public SentCard sentAs(MessageId messageId) {
		return new SentCard(messageId, this.chat, this.viewer, Delivery.OWN_ROUTE, null, null);
	}

}
