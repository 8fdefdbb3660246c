package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;

/**
 * A card that everybody in a chat sees.
 *
 * @param messageId id that updates, recalls and replies take
 * @param chat the chat
 */
public record GroupCard(MessageId messageId, ChatId chat) implements GroupMessage {
}
