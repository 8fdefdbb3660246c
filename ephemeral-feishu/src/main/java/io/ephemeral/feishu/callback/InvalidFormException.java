package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception thrown when a form breaks a constraint, with the toast for the user.
 */
public class InvalidFormException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final transient Toast toast;

	InvalidFormException(Toast toast) {
		super("The form breaks a constraint");
		this.toast = toast;
	}

	/**
	 * Returns the toast for the user.
	 * @return toast that names the first wrong field
	 */
	public Toast toast() {
		return this.toast;
	}

}
