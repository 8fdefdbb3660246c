package io.ephemeral.feishu.card;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Color of a tag.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum TagColor {

	NEUTRAL, BLUE, TURQUOISE, LIME, ORANGE, VIOLET, INDIGO, WATHET, GREEN, YELLOW, RED, PURPLE, CARMINE

}
