package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Which times an audio player shows.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum TimeDisplay {

	DEFAULT, BOTH

}
