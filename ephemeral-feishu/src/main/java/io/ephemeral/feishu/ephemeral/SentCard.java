package io.ephemeral.feishu.ephemeral;

import java.time.Instant;
import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A card that the platform has taken over.
 *
 * @param messageId id of the card, which deletions take; there is no other handle
 * @param chat the group that it was meant for
 * @param viewer the member who sees it
 * @param delivery way on which it reached the viewer
 * @param locale the language that was asked for; null without
 * @param expiresAt when it is deleted automatically; null if it stays
 */
public record SentCard(MessageId messageId, ChatId chat, Viewer viewer, Delivery delivery, @Nullable Locale locale,
		@Nullable Instant expiresAt) implements ViewedCard {

	/**
	 * Names a card in a group that was sent without options, perhaps long ago.
	 * @param messageId id of the card, which deletions take
	 * @param chat the group
	 * @param viewer the member who sees it
	 */
	public SentCard(MessageId messageId, ChatId chat, Viewer viewer) {
		this(messageId, chat, viewer, Delivery.EPHEMERAL, null, null);
	}

	SentCard expiringAt(Instant expiresAt) {
		return new SentCard(this.messageId, this.chat, this.viewer, this.delivery, this.locale, expiresAt);
	}

}
