package io.ephemeral.feishu.card;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What happens to streamed text that is not shown yet when more arrives.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PrintStrategy {

	/**
	 * It is shown at once.
	 */
	FAST,

	/**
	 * It is written on.
	 */
	DELAY

}
