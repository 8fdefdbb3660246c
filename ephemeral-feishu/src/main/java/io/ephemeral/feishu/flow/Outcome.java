package io.ephemeral.feishu.flow;

import io.ephemeral.feishu.card.CardContent;

/**
 * End of a flow, which its last step returns.
 */
public sealed interface Outcome {

	/**
	 * Shows a card to all members of the chat, once, and deletes the card of the flow. If
	 * this fails, the last form stays, and the user can submit it again.
	 * @param card the public card
	 * @return the outcome
	 */
	static Outcome publish(CardContent card) {
		return new Publish(card);
	}

	/**
	 * Shows a card in the place of the last form, to its viewer only.
	 * @param card the card
	 * @return the outcome
	 */
	static Outcome show(CardContent card) {
		return new Show(card);
	}

	/**
	 * Deletes the card of the flow.
	 * @return the outcome
	 */
	static Outcome delete() {
		return new Delete();
	}

	/**
	 * Publication for all members of the chat.
	 *
	 * @param card the public card
	 */
	record Publish(CardContent card) implements Outcome {
	}

	/**
	 * Last card of the viewer.
	 *
	 * @param card the card
	 */
	record Show(CardContent card) implements Outcome {
	}

	/**
	 * Deletion of the card.
	 */
	record Delete() implements Outcome {
	}

}
