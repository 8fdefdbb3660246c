package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.FeishuException;

/**
 * There is no usable app id or app secret.
 */
final class MissingCredentialsException extends FeishuException {

	private static final long serialVersionUID = 1L;

	MissingCredentialsException(String property, Credential credential) {
		super("The property '" + property + "' " + credential.description());
	}

}
