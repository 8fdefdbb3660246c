package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;

/**
 * A card that the platform has taken over.
 *
 * @param messageId by which it is deleted; the only handle there is
 * @param chat the group
 * @param viewer the member who sees it
 */
public record SentCard(MessageId messageId, ChatId chat, Viewer viewer) {
}
