package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception thrown when a request is not a valid callback of the platform. No handler has
 * run, and the sender receives only the status.
 */
public class CallbackRejectedException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception for a refusal.
	 * @param reason reason of the refusal
	 */
	public CallbackRejectedException(Reason reason) {
		super("A callback was refused: " + reason.description);
		this.reason = reason;
	}

	/**
	 * Returns the reason of the refusal.
	 * @return the reason, which the sender does not receive
	 */
	public Reason reason() {
		return this.reason;
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// No stack trace, because the reason names the place, and anyone can cause many
		// refusals.
		return this;
	}

	/**
	 * Reason of a refusal, with its HTTP status.
	 */
	public enum Reason {

		/** The body is not JSON, cannot be deciphered, or has an unknown shape. */
		MALFORMED(400, "its body is malformed"),

		/** The body is incomplete. */
		INCOMPLETE(400, "its body is incomplete"),

		/** A header of the signature is missing. */
		UNSIGNED(401, "it has no signature; set an Encrypt Key in the developer console"),

		/** The signature belongs to another key or body. */
		FORGED(401,
				"its signature is wrong; set feishu.callback.encrypt-key to the Encrypt Key of the developer console"),

		/**
		 * The signature has the older shape, SHA-1, and clicks of the older shape are not
		 * enabled.
		 */
		LEGACY(401,
				"it has the older shape; subscribe to card.action.trigger in the developer console, or set feishu.callback.legacy to true"),

		/** The time of the signature is invalid, or too far from now. */
		STALE(401, "its time is too far from now (feishu.callback.max-age); check the clock of this machine"),

		/** The verification token is wrong. */
		WRONG_TOKEN(401,
				"its token is wrong; set feishu.callback.verification-token to the Verification Token of the developer console"),

		/** The body did not arrive in time. */
		TOO_SLOW(408, "its body did not arrive in time"),

		/** The body is larger than allowed. */
		TOO_LARGE(413, "its body is too large (feishu.callback.max-body-size)");

		private final int status;

		private final String description;

		Reason(int status, String description) {
			this.status = status;
			this.description = description;
		}

		/**
		 * Returns the status that the sender receives.
		 * @return an HTTP status
		 */
		public int status() {
			return this.status;
		}

	}

}
