package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The looks of a button.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum ButtonType {

	DEFAULT, PRIMARY, DANGER, TEXT, PRIMARY_TEXT, DANGER_TEXT, PRIMARY_FILLED, DANGER_FILLED, LASER

}
