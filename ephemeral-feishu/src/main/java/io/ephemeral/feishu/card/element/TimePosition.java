package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Where an audio player shows the time.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum TimePosition {

	END, START, BOTH_SIDES

}
