package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;

/**
 * Public card, which all members of a chat see.
 *
 * @param messageId id of the card, needed for updates, recalls and replies
 * @param chat chat of the card
 */
public record GroupCard(MessageId messageId, ChatId chat) implements GroupMessage {
}
