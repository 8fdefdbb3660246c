package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception thrown when a form breaks a constraint, with the toast for the user.
 */
class InvalidFormException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final transient Toast toast;

	InvalidFormException(Toast toast) {
		super("The form breaks a constraint");
		this.toast = toast;
	}

	Toast toast() {
		return this.toast;
	}

}
