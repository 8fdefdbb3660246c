package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What happens to columns on a narrow screen.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum FlexMode {

	/**
	 * They keep their proportions.
	 */
	NONE,

	/**
	 * They stand above each other.
	 */
	STRETCH,

	/**
	 * They go on in the next row.
	 */
	FLOW,

	/**
	 * Two in a row.
	 */
	BISECT,

	/**
	 * Three in a row.
	 */
	TRISECT

}
