package io.ephemeral.feishu.autoconfigure.registration;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * Failure to begin a registration because of the configuration. Nothing was sent.
 */
final class RegistrationSetupException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Creates a failure.
	 * @param problem what is wrong, as a sentence without its full stop
	 * @param action what to do, as a sentence
	 * @param cause the cause; null without one
	 */
	RegistrationSetupException(String problem, String action, @Nullable Throwable cause) {
		super(problem, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
