package io.ephemeral.feishu.simulator;

/**
 * A text that a member or the bot wrote to everybody, as it stands on a member's screen.
 *
 * @param messageId {@code om_…}
 * @param chatId {@code oc_…}
 * @param sender the name of who wrote it, {@code Bot} for the bot
 * @param text the text
 */
public record ShownText(String messageId, String chatId, String sender, String text) implements ShownMessage {

}
