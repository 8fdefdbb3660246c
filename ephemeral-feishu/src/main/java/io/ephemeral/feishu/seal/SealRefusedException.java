package io.ephemeral.feishu.seal;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception for a click that its seal does not allow. No handler ran.
 */
public class SealRefusedException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason reason of the refusal
	 */
	public SealRefusedException(Reason reason) {
		super("The click was refused, because " + reason.description);
		this.reason = reason;
	}

	/**
	 * Returns the reason of the refusal.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Reason of a refusal.
	 */
	public enum Reason {

		/** The seal is for another person. */
		FOREIGN("its seal is for another person"),

		/**
		 * The action needs a seal and has none, or the seal is damaged or of another app,
		 * secret, tenant, chat, card or action.
		 */
		FORGED("it has no valid seal"),

		/** The deadline of the seal is over. */
		EXPIRED("the deadline of its seal is over"),

		/** The seal can be used once, and was used. */
		USED("its seal was used already");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
