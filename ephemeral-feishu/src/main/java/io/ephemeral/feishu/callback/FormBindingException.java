package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * What a user has filled in does not fit the type that it is read as. The message quotes
 * nothing of it.
 */
public class FormBindingException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String field;

	private final boolean missing;

	private final boolean ofForm;

	FormBindingException(Class<?> type, @Nullable String field, boolean missing) {
		this(type, field, missing, true, null);
	}

	private FormBindingException(Class<?> type, @Nullable String field, boolean missing, boolean ofForm,
			@Nullable Throwable cause) {
		super("The field '" + ((field != null) ? field : "") + "' of " + type.getSimpleName() + " "
				+ (missing ? "is missing" : "has a value that does not fit"), cause);
		this.field = field;
		this.missing = missing;
		this.ofForm = ofForm;
	}

	/** The same about the value of a component, which is not what a person has typed. */
	static FormBindingException ofValue(Class<?> type, FormBindingException ex, Throwable cause) {
		return new FormBindingException(type, ex.field, ex.missing, false, cause);
	}

	/**
	 * Which field it is.
	 * @return its name in the form, or null if it is not one field
	 */
	public @Nullable String field() {
		return this.field;
	}

	/**
	 * Whether the field was left empty, but has to have a value.
	 * @return false if the value does not fit
	 */
	public boolean isMissing() {
		return this.missing;
	}

	/** Whether the user can correct the field. */
	boolean isOfForm() {
		return this.ofForm;
	}

}
