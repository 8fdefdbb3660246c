package io.ephemeral.feishu.simulator.tenant;

/**
 * Message on the screen of a member.
 */
public sealed interface ScreenMessage permits ScreenCard, ScreenText {

	String messageId();

}
