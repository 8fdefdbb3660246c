package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Where the label of a text field stands.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum LabelPosition {

	TOP, LEFT

}
