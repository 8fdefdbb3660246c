package io.ephemeral.feishu.callback;

import org.jspecify.annotations.Nullable;

/**
 * Checks what a handler takes, before it runs.
 */
@FunctionalInterface
public interface FormValidator {

	/**
	 * Checks a form or a value.
	 * @param form a record
	 * @return what the user is told, or null if nothing is wrong
	 */
	@Nullable Toast validate(Object form);

	/**
	 * Checks nothing.
	 * @return a validator that finds nothing wrong
	 */
	static FormValidator none() {
		return (form) -> null;
	}

}
