package io.ephemeral.feishu;

/**
 * A message that everybody in its chat sees, and that may be replied to.
 */
public interface GroupMessage {

	/**
	 * The message.
	 * @return its id
	 */
	MessageId messageId();

	/**
	 * The chat that the message is in.
	 * @return the chat
	 */
	ChatId chat();

}
