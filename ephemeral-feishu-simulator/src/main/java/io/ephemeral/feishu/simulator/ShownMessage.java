package io.ephemeral.feishu.simulator;

/**
 * A message as it stands on a member's screen.
 */
public sealed interface ShownMessage permits ShownCard, ShownText {

	/**
	 * The message's id.
	 * @return {@code om_…}
	 */
	String messageId();

	/**
	 * The chat's id.
	 * @return {@code oc_…}
	 */
	String chatId();

}
