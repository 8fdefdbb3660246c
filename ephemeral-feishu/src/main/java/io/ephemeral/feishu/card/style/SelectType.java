package io.ephemeral.feishu.card.style;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Style of a selection.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum SelectType {

	/**
	 * With a border.
	 */
	DEFAULT,

	/**
	 * Without a border.
	 */
	TEXT

}
