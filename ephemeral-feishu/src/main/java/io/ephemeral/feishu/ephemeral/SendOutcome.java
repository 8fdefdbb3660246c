package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.Viewer;

/**
 * Outcome of a card for one of many viewers.
 */
public sealed interface SendOutcome {

	/**
	 * Returns the viewer of the card.
	 * @return the viewer, as passed by the caller
	 */
	Viewer viewer();

	/**
	 * Outcome of a card that the platform accepted.
	 *
	 * @param card the sent card
	 */
	record Sent(SentCard card) implements SendOutcome {

		@Override
		public Viewer viewer() {
			return this.card.viewer();
		}

	}

	/**
	 * Outcome of a card that the viewer certainly does not see. The card may be sent
	 * again.
	 *
	 * @param viewer viewer of the card
	 * @param error error as thrown by {@link EphemeralCardOperations#send} or by the
	 * function of the caller
	 */
	record Refused(Viewer viewer, Throwable error) implements SendOutcome {
	}

	/**
	 * Outcome of a card that the viewer may see. If the card is sent again, it may be
	 * shown twice.
	 *
	 * @param viewer viewer of the card
	 * @param error error that left the outcome unknown
	 */
	record Unknown(Viewer viewer, Throwable error) implements SendOutcome {
	}

	/**
	 * Creates the outcome of a failed send.
	 * @param viewer viewer of the card
	 * @param error error of the send
	 * @return {@link Refused} if the error certainly had no effect; {@link Unknown}
	 * otherwise
	 */
	static SendOutcome failed(Viewer viewer, Throwable error) {
		return (Effect.of(error) == Effect.NONE) ? new Refused(viewer, error) : new Unknown(viewer, error);
	}

}
