package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The size of a button.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum ButtonSize {

	TINY, SMALL, MEDIUM, LARGE

}
