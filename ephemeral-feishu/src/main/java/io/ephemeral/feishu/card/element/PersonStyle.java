package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How a person is shown.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PersonStyle {

	NORMAL, CAPSULE

}
