package io.ephemeral.feishu.card;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Color of the header of a card.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum HeaderTemplate {

	BLUE, WATHET, TURQUOISE, GREEN, YELLOW, ORANGE, RED, CARMINE, VIOLET, PURPLE, INDIGO, GREY, DEFAULT

}
