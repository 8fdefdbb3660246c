package io.ephemeral.feishu.ephemeral;

/**
 * Listener that hears of each card that has expired.
 */
@FunctionalInterface
public interface ExpiredCardListener {

	/**
	 * Hears of a card that has expired and is deleted. This method is called on a thread
	 * that may block. An exception is logged.
	 * @param card the card
	 */
	void onExpired(ExpiredCard card);

	/**
	 * Returns whether this listener wants to hear of cards, true by default. This is
	 * asked at each send with an expiry. Only if the result is true, the store contains
	 * the chat and the viewer of the card.
	 * @return whether it listens
	 */
	default boolean isListening() {
		return true;
	}

	/**
	 * Returns a listener that does not want to hear of cards.
	 * @return the listener
	 */
	static ExpiredCardListener none() {
		return new ExpiredCardListener() {

			@Override
			public void onExpired(ExpiredCard card) {
				// Nobody wants to hear of it.
			}

			@Override
			public boolean isListening() {
				return false;
			}

		};
	}

}
