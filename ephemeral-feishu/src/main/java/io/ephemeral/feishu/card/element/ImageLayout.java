package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How selectable images stand together.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum ImageLayout {

	/**
	 * One in a row.
	 */
	STRETCH,

	/**
	 * Two in a row.
	 */
	BISECT,

	/**
	 * Three in a row.
	 */
	TRISECT

}
