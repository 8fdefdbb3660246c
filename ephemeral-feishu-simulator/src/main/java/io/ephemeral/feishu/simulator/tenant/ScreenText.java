package io.ephemeral.feishu.simulator.tenant;

/**
 * Text on the screen of a member.
 *
 * @param sender name of the sender, {@code Bot} for the bot
 */
public record ScreenText(String messageId, String sender, String text) implements ScreenMessage {

}
