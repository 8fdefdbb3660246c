package io.ephemeral.feishu;

/**
 * A message that everybody in its chat sees, and that may be replied to.
 */
public interface GroupMessage {

	/**
	 * Returns the message.
	 * @return its id
	 */
	MessageId messageId();

	/**
	 * Returns the chat that the message is in.
	 * @return the chat
	 */
	ChatId chat();

}
