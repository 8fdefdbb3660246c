package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What the cells of a column hold.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum TableDataType {

	/**
	 * A string.
	 */
	TEXT,

	/**
	 * A string with simple formatting; clients from version 7.10 on.
	 */
	LARK_MD,

	/**
	 * A string of Markdown; clients from version 7.14 on.
	 */
	MARKDOWN,

	/**
	 * A number.
	 */
	NUMBER,

	/**
	 * A list of {@link TableOption}.
	 */
	OPTIONS,

	/**
	 * The id of a user, or a list of ids.
	 */
	PERSONS,

	/**
	 * Milliseconds since 1970; clients from version 7.6 on.
	 */
	DATE

}
