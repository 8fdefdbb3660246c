package io.ephemeral.feishu.registration;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception thrown when a registration ends without an app.
 */
public class RegistrationFailedException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason reason of the end
	 * @param message what happened, without parts of the response
	 */
	public RegistrationFailedException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	static RegistrationFailedException denied() {
		return new RegistrationFailedException(Reason.DENIED,
				"The app was not registered, because the person who scanned the code refused it; start again, and confirm the page");
	}

	static RegistrationFailedException expired() {
		return new RegistrationFailedException(Reason.EXPIRED,
				"The app was not registered, because nobody confirmed the code before it expired; start again for a new code");
	}

	static RegistrationFailedException unusable(String problem) {
		return new RegistrationFailedException(Reason.UNUSABLE,
				"The app was not registered, because the platform responded with " + problem
						+ "; make the app in the developer console instead");
	}

	/**
	 * Returns the reason of the end.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Reason for the end of a registration.
	 */
	public enum Reason {

		/**
		 * The person who scanned the code refused it.
		 */
		DENIED,

		/**
		 * Nobody confirmed the code in time.
		 */
		EXPIRED,

		/**
		 * The platform's response has another shape than the official SDK expects.
		 */
		UNUSABLE

	}

}
