package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.FeishuException;

/**
 * Failure to start without a usable app id and app secret.
 */
public final class MissingCredentialsException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates a failure.
	 * @param property name of the missing property
	 * @param credential state of the property
	 */
	MissingCredentialsException(String property, Credential credential) {
		super("The property '" + property + "' " + credential.description());
	}

}
