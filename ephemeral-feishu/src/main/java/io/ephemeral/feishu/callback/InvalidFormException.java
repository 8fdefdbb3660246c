package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a form breaks a constraint, with the toast for the user.
 */
public class InvalidFormException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final transient Toast toast;

	private final transient @Nullable RecordForm<?> form;

	/** Creates an exception whose form cannot be shown again. */
	InvalidFormException(Toast toast) {
		this(toast, null);
	}

	/**
	 * Creates an exception.
	 * @param form form to show again instead of the toast; null if this is impossible
	 */
	InvalidFormException(Toast toast, @Nullable RecordForm<?> form) {
		super("The form breaks a constraint");
		this.toast = toast;
		this.form = form;
	}

	/**
	 * Returns the toast for the user.
	 * @return toast that names the first wrong field
	 */
	public Toast toast() {
		return this.toast;
	}

	@Nullable RecordForm<?> form() {
		return this.form;
	}

}
