package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Card that was deleted at its expiry. It is a Spring event, which methods with
 * {@link CardExpired} receive.
 *
 * @param messageId id of the card, which is gone
 * @param chat group of the card
 * @param viewer member who saw the card
 * @param delivery way on which the card reached the viewer
 * @param tenant tenant in which a store app has sent the card; null for a self-built app
 */
public record ExpiredCard(MessageId messageId, ChatId chat, Viewer viewer, Delivery delivery,
		@Nullable TenantKey tenant) implements ViewedCard {

	/**
	 * Describes the card of an expiry.
	 * @return the card; null if its chat and viewer were not saved
	 */
	static @Nullable ExpiredCard of(PendingExpiry expiry) {
		ChatId chat = expiry.chat();
		Viewer viewer = expiry.viewer();
		return (chat != null && viewer != null)
				? new ExpiredCard(expiry.message(), chat, viewer, expiry.delivery(), expiry.tenant()) : null;
	}

}
