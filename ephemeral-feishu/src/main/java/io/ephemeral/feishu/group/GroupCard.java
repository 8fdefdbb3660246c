package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;

/**
 * A card that everybody in a chat sees.
 *
 * @param messageId by which it is updated, replied to and recalled
 * @param chat the chat
 */
public record GroupCard(MessageId messageId, ChatId chat) implements GroupMessage {
}
