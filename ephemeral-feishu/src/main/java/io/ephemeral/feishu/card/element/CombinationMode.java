package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How several images stand together.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum CombinationMode {

	/**
	 * Two images.
	 */
	DOUBLE,

	/**
	 * Three images, the first one large.
	 */
	TRIPLE,

	/**
	 * At most six images, two in a row.
	 */
	BISECT,

	/**
	 * At most nine images, three in a row.
	 */
	TRISECT

}
