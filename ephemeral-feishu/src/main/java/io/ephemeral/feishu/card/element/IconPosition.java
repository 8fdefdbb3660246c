package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Where the icon of a panel's header stands.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum IconPosition {

	LEFT, RIGHT, FOLLOW_TEXT

}
