package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;

/**
 * Text that everybody in a chat sees.
 *
 * @param messageId id that replies and recalls take
 * @param chat the chat; for a text to one person, the conversation of that person with
 * the bot
 */
public record SentText(MessageId messageId, ChatId chat) implements GroupMessage {
}
