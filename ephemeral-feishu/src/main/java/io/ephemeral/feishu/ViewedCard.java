package io.ephemeral.feishu;

/**
 * A card in front of somebody: one that was sent to a viewer, or one that was clicked.
 */
public interface ViewedCard {

	/**
	 * Returns the message that shows the card.
	 * @return its id
	 */
	MessageId messageId();

	/**
	 * Returns the group that the card is in.
	 * @return the chat
	 */
	ChatId chat();

	/**
	 * Returns the viewer of the card.
	 * @return the member
	 */
	Viewer viewer();

}
