package io.ephemeral.feishu.card.style;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Whether a selection has a border.
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
