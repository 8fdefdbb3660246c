package io.ephemeral.feishu.ephemeral;

import java.time.Instant;
import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Card that the platform accepted.
 *
 * @param messageId id of the card, needed for its deletion
 * @param chat group of the card
 * @param viewer member who sees the card
 * @param delivery way on which the card reached the viewer
 * @param locale requested language; null if none was set
 * @param expiresAt time of the automatic deletion; null if the card does not expire
 */
public record SentCard(MessageId messageId, ChatId chat, Viewer viewer, Delivery delivery, @Nullable Locale locale,
		@Nullable Instant expiresAt) implements ViewedCard {

	/**
	 * Creates a reference to an ephemeral card that was sent without options, perhaps by
	 * an earlier process.
	 * @param messageId id of the card
	 * @param chat group of the card
	 * @param viewer member who sees the card
	 */
	public SentCard(MessageId messageId, ChatId chat, Viewer viewer) {
		this(messageId, chat, viewer, Delivery.EPHEMERAL, null, null);
	}

	SentCard expiringAt(Instant expiresAt) {
		return new SentCard(this.messageId, this.chat, this.viewer, this.delivery, this.locale, expiresAt);
	}

}
