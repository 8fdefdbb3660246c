package io.ephemeral.feishu.card.style;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Horizontal alignment.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum HorizontalAlign {

	LEFT, CENTER, RIGHT

}
