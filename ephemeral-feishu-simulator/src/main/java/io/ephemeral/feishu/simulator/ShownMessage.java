package io.ephemeral.feishu.simulator;

/**
 * Message on a member's screen.
 */
public sealed interface ShownMessage permits ShownCard, ShownText {

	/**
	 * Returns the id of the message.
	 * @return {@code om_…}
	 */
	String messageId();

	/**
	 * Returns the id of the chat.
	 * @return {@code oc_…}
	 */
	String chatId();

}
