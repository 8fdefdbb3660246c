package io.ephemeral.feishu;

/**
 * Card that a viewer sees: a sent card, or a clicked card.
 */
public interface ViewedCard {

	/**
	 * Returns the id of the card.
	 * @return the message id
	 */
	MessageId messageId();

	/**
	 * Returns the chat of the card.
	 * @return the chat
	 */
	ChatId chat();

	/**
	 * Returns the viewer of the card.
	 * @return the viewer
	 */
	Viewer viewer();

}
