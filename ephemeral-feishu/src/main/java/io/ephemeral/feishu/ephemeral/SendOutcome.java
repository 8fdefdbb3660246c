package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.Viewer;

/**
 * What became of the card for one of many viewers.
 */
public sealed interface SendOutcome {

	/**
	 * Whose card it is.
	 * @return the viewer, as named by the caller
	 */
	Viewer viewer();

	/**
	 * The platform has taken over the card.
	 *
	 * @param card the sent card, which deletions take
	 */
	record Sent(SentCard card) implements SendOutcome {

		@Override
		public Viewer viewer() {
			return this.card.viewer();
		}

	}

	/**
	 * The viewer certainly does not see the card. It may be sent again.
	 *
	 * @param viewer whose card it is
	 * @param error why, as {@link EphemeralCardOperations#send} would throw it; or what
	 * the function of the caller threw
	 */
	record Refused(Viewer viewer, Throwable error) implements SendOutcome {
	}

	/**
	 * Whether the viewer sees the card is unknown. Sent again, it may be there twice.
	 *
	 * @param viewer whose card it is
	 * @param error what came instead of an answer
	 */
	record Unknown(Viewer viewer, Throwable error) implements SendOutcome {
	}

	/**
	 * Classifies a failure: a refusal, or unknown.
	 * @param viewer whose card it is
	 * @param error how sending failed
	 * @return that nothing was sent, only if that is certain
	 */
	static SendOutcome failed(Viewer viewer, Throwable error) {
		return (Effect.of(error) == Effect.NONE) ? new Refused(viewer, error) : new Unknown(viewer, error);
	}

}
