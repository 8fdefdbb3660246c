package io.ephemeral.feishu.simulator;

/**
 * Message on the screen of a member.
 */
public sealed interface ScreenMessage permits ScreenCard, ScreenText {

	String messageId();

}
