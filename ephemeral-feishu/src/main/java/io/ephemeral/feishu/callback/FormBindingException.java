package io.ephemeral.feishu.callback;

import java.util.Objects;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the input of a user cannot be read as a type. The message does
 * not quote the input.
 */
public class FormBindingException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String field;

	private final boolean missing;

	private final boolean ofForm;

	private final transient @Nullable RecordForm<?> form;

	FormBindingException(Class<?> type, @Nullable String field, boolean missing) {
		this(type, field, missing, true, null);
	}

	private FormBindingException(Class<?> type, @Nullable String field, boolean missing, boolean ofForm,
			@Nullable Throwable cause) {
		super(((field != null) ? "The field '" + field + "' of " : "The value for ") + type.getSimpleName() + " "
				+ (missing ? "is missing" : "does not fit its type"), cause);
		this.field = field;
		this.missing = missing;
		this.ofForm = ofForm;
		this.form = null;
	}

	private FormBindingException(FormBindingException ex, RecordForm<?> form) {
		super(Objects.requireNonNull(ex.getMessage()), ex.getCause());
		this.field = ex.field;
		this.missing = ex.missing;
		this.ofForm = ex.ofForm;
		this.form = form;
	}

	/**
	 * Creates the exception for the value of a component, which is not the input of a
	 * person.
	 */
	static FormBindingException ofValue(Class<?> type, FormBindingException ex, Throwable cause) {
		return new FormBindingException(type, ex.field, ex.missing, false, cause);
	}

	/** Returns the same exception with the form to show again instead of a toast. */
	FormBindingException with(RecordForm<?> form) {
		return new FormBindingException(this, form);
	}

	/**
	 * Returns the name of the field.
	 * @return the name in the form; null if the error does not belong to one field
	 */
	public @Nullable String field() {
		return this.field;
	}

	/**
	 * Returns whether a required field is empty.
	 * @return false if the field has a value that does not match its type
	 */
	public boolean isMissing() {
		return this.missing;
	}

	/** Returns the form to show again; null if this is impossible. */
	@Nullable RecordForm<?> form() {
		return this.form;
	}

	/** Returns whether the user can correct the field. */
	boolean isOfForm() {
		return this.ofForm;
	}

}
