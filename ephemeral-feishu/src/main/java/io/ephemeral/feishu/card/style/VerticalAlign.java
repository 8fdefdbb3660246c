package io.ephemeral.feishu.card.style;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Vertical alignment.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum VerticalAlign {

	TOP, CENTER, BOTTOM

}
