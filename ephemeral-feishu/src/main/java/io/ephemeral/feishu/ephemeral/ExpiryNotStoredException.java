package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * A card was shown, but the {@link ExpiryStore} did not keep when it expires. So that
 * nothing is shown for ever, the card was deleted again.
 */
public final class ExpiryNotStoredException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String messageId;

	private final boolean deleted;

	/**
	 * Creates an exception for a card.
	 * @param messageId the card
	 * @param cause error of the store
	 * @param deletionFailure why the card could not be deleted; null if it was
	 */
	public ExpiryNotStoredException(MessageId messageId, Throwable cause, @Nullable Throwable deletionFailure) {
		super("The expiry of " + messageId + " could not be stored, and the card " + ((deletionFailure == null)
				? "was deleted again" : "could not be deleted again: " + deletionFailure.getMessage()), cause);
		this.messageId = messageId.value();
		this.deleted = deletionFailure == null;
		if (deletionFailure != null) {
			addSuppressed(deletionFailure);
		}
	}

	/**
	 * Returns which card was shown.
	 * @return id of the card, which deletions take
	 */
	public MessageId messageId() {
		return new MessageId(this.messageId);
	}

	/**
	 * Returns whether the viewer may still see the card.
	 * @return {@link Effect#NONE} if the card was deleted again
	 */
	@Override
	public Effect effect() {
		return this.deleted ? Effect.NONE : Effect.UNKNOWN;
	}

	/**
	 * Returns whether the card was deleted again.
	 * @return false if the viewer may still see it
	 */
	public boolean isDeleted() {
		return this.deleted;
	}

}
