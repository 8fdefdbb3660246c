package io.ephemeral.feishu.card.style;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Direction in which elements follow each other.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum Direction {

	/**
	 * From top to bottom.
	 */
	VERTICAL,

	/**
	 * Side by side.
	 */
	HORIZONTAL

}
