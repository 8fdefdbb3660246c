package io.ephemeral.feishu.callback;

import java.util.List;

import io.ephemeral.feishu.form.FormMistake;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * Validator of the records that a handler receives. It runs before the handler.
 */
@FunctionalInterface
public interface FormValidator {

	/**
	 * Checks a form or a value.
	 * @param form a record
	 * @return toast for the user; null if the record is valid
	 */
	@Nullable Toast validate(Object form);

	/**
	 * Finds the mistakes in a form, which a {@link RecordForm} shows at its fields. By
	 * default, the whole toast stands above the submit button.
	 * @param form a record
	 * @return the mistakes; empty if the record is valid
	 */
	default List<FormMistake> mistakes(Object form) {
		Toast toast = validate(form);
		return (toast != null) ? List.of(new FormMistake(null, toast.text())) : List.of();
	}

	/**
	 * Finds the mistakes in one component of a form that cannot be read as a record,
	 * because another field is wrong. By default, there are none.
	 * @param type type of the record
	 * @param component name of the component
	 * @param value value of the component; null if it is absent
	 * @return the mistakes; empty if the value is valid
	 */
	default List<FormMistake> mistakes(Class<?> type, String component, @Nullable Object value) {
		return List.of();
	}

	/**
	 * Returns a validator that accepts all records.
	 * @return the validator
	 */
	static FormValidator none() {
		return (form) -> null;
	}

}
