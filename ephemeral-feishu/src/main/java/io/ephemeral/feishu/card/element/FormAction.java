package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What a button does to the form around it.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum FormAction {

	/**
	 * Sends the values of all inputs of the form.
	 */
	SUBMIT,

	/**
	 * Puts the inputs back to how they were.
	 */
	RESET

}
