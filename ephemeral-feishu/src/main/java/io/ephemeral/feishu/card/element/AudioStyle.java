package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The looks of an audio player.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum AudioStyle {

	NORMAL, FLAT, SPEAK

}
