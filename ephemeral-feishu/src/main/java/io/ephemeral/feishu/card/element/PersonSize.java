package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The size of a person's avatar.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PersonSize {

	EXTRA_SMALL, SMALL, MEDIUM, LARGE

}
