package io.ephemeral.feishu.ephemeral;

/**
 * Result of replacing one card by another. In either case the viewer sees the new one.
 */
public sealed interface Replacement {

	/**
	 * Returns the card that is shown now.
	 * @return the new card
	 */
	SentCard card();

	/**
	 * The new card has taken the place of the old one.
	 *
	 * @param card the new card
	 */
	record Complete(SentCard card) implements Replacement {
	}

	/**
	 * The viewer may see both cards, because the old one could not be deleted. It is
	 * deleted again and again in the background, until it is gone.
	 *
	 * @param card the new card
	 * @param leftOver the old card
	 * @param error why it was not deleted
	 */
	record Incomplete(SentCard card, SentCard leftOver, Throwable error) implements Replacement {
	}

}
