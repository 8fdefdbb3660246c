package io.ephemeral.feishu.callback;

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
	 * Returns a validator that accepts all records.
	 * @return the validator
	 */
	static FormValidator none() {
		return (form) -> null;
	}

}
