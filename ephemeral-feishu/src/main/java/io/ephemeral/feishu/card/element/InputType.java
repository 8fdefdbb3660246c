package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * What a text field takes.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum InputType {

	TEXT, MULTILINE_TEXT, PASSWORD

}
