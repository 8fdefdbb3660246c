package io.ephemeral.feishu;

/**
 * Public message, which all members of its chat see and can reply to.
 */
public interface GroupMessage {

	/**
	 * Returns the id of the message.
	 * @return the id
	 */
	MessageId messageId();

	/**
	 * Returns the chat of the message.
	 * @return the chat
	 */
	ChatId chat();

}
