package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;

/**
 * Public text, which all members of a chat see.
 *
 * @param messageId id of the text, needed for replies and recalls
 * @param chat chat of the text; for a text to one person, the direct chat of that person
 * and the bot
 */
public record SentText(MessageId messageId, ChatId chat) implements GroupMessage {
}
