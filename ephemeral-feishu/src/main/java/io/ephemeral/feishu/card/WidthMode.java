package io.ephemeral.feishu.card;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Width of a card.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum WidthMode {

	/**
	 * At most 600 pixels.
	 */
	DEFAULT,

	/**
	 * 400 pixels.
	 */
	COMPACT,

	/**
	 * The width of the chat.
	 */
	FILL

}
