package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;

/**
 * A request is not taken for a callback of the platform. No handler has run, and who sent
 * it learns nothing but the status.
 */
public class CallbackRejectedException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Refuses a request.
	 * @param reason why
	 */
	public CallbackRejectedException(Reason reason) {
		super("A callback was refused: " + reason.description);
		this.reason = reason;
	}

	/**
	 * Why the request was refused.
	 * @return the reason, which is not for the sender
	 */
	public Reason reason() {
		return this.reason;
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// The reason says where, and anybody can cause any number of these.
		return this;
	}

	/**
	 * Why a request is refused, and with which status.
	 */
	public enum Reason {

		/** The body is no JSON, not decipherable, or not of a known shape. */
		MALFORMED(400, "its body is malformed"),

		/** The body broke off. */
		INCOMPLETE(400, "its body broke off"),

		/** A header of the signature is missing. */
		UNSIGNED(401, "it has no signature; is an Encrypt Key set in the developer console?"),

		/** The signature is of another key or body. */
		FORGED(401, "its signature is wrong; is feishu.callback.encrypt-key that of the developer console?"),

		/** The signature has the old shape, SHA-1, which is not accepted. */
		LEGACY(401,
				"it has the older shape; subscribe to card.action.trigger in the developer console, or set feishu.callback.legacy to true"),

		/** The time of the signature is no time, or too far from now. */
		STALE(401, "its time is not now; is the clock of this machine right?"),

		/** The verification token is another one. */
		WRONG_TOKEN(401, "its token is wrong; is feishu.callback.verification-token that of the developer console?"),

		/** The body did not arrive in time. */
		TOO_SLOW(408, "its body did not arrive in time"),

		/** The body is larger than allowed. */
		TOO_LARGE(413, "its body is too large");

		private final int status;

		private final String description;

		Reason(int status, String description) {
			this.status = status;
			this.description = description;
		}

		/**
		 * What the sender learns.
		 * @return an HTTP status
		 */
		public int status() {
			return this.status;
		}

	}

}
