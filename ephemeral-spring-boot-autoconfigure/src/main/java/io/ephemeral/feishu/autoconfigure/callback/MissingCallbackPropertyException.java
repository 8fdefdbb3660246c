package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.FeishuException;

/**
 * Failure to start with an incomplete configuration of callbacks.
 */
final class MissingCallbackPropertyException extends FeishuException {

	private static final long serialVersionUID = 1L;

	MissingCallbackPropertyException(String property) {
		super("The property '" + property + "' is not set");
	}

}
