package io.ephemeral.feishu.ephemeral;

/**
 * Result of replacing a card. The new card is shown in each case.
 */
public sealed interface Replacement {

	/**
	 * Returns the new card.
	 * @return the new card
	 */
	SentCard card();

	/**
	 * Result with the new card shown and the old card deleted.
	 *
	 * @param card the new card
	 */
	record Complete(SentCard card) implements Replacement {
	}

	/**
	 * Result with the new card shown and the old card not deleted. The viewer may see
	 * both cards. The deletion is repeated in the background until it succeeds.
	 *
	 * @param card the new card
	 * @param leftOver the old card
	 * @param error error of the first deletion
	 */
	record Incomplete(SentCard card, SentCard leftOver, Throwable error) implements Replacement {
	}

}
