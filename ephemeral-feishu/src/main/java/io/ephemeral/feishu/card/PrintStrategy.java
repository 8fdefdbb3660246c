package io.ephemeral.feishu.card;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Treatment of pending streamed text when more text arrives.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PrintStrategy {

	/**
	 * The pending text is shown at once.
	 */
	FAST,

	/**
	 * The pending text continues to be written.
	 */
	DELAY

}
