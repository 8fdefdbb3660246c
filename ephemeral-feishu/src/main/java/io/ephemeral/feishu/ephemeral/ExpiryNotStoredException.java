package io.ephemeral.feishu.ephemeral;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a card was sent, but its expiry could not be saved in the
 * {@link ExpiryStore}. The library tries once to delete the card, because it would never
 * expire.
 */
public final class ExpiryNotStoredException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String messageId;

	private final boolean deleted;

	/**
	 * Creates an exception for a card.
	 * @param messageId id of the card
	 * @param cause error of the store
	 * @param deletionFailure error of the deletion; null if the card was deleted
	 */
	public ExpiryNotStoredException(MessageId messageId, Throwable cause, @Nullable Throwable deletionFailure) {
		super("The expiry of " + messageId + " could not be stored, and the card "
				+ ((deletionFailure == null) ? "was deleted" : "could not be deleted: " + deletionFailure.getMessage()),
				cause);
		this.messageId = messageId.value();
		this.deleted = deletionFailure == null;
		if (deletionFailure != null) {
			addSuppressed(deletionFailure);
		}
	}

	/**
	 * Returns the id of the card.
	 * @return id for the deletion of the card
	 */
	public MessageId messageId() {
		return new MessageId(this.messageId);
	}

	/**
	 * Returns whether the viewer may still see the card.
	 * @return {@link Effect#NONE} if the card was deleted; {@link Effect#UNKNOWN}
	 * otherwise
	 */
	@Override
	public Effect effect() {
		return this.deleted ? Effect.NONE : Effect.UNKNOWN;
	}

	/**
	 * Returns whether the card was deleted.
	 * @return false if the viewer may still see the card
	 */
	public boolean isDeleted() {
		return this.deleted;
	}

}
