package io.ephemeral.feishu.simulator;

/**
 * Text of a member or of the bot to everybody, on a member's screen.
 *
 * @param messageId {@code om_…}
 * @param chatId {@code oc_…}
 * @param sender name of the sender, {@code Bot} for the bot
 * @param text the text
 */
public record ShownText(String messageId, String chatId, String sender, String text) implements ShownMessage {

}
