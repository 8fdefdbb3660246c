package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * When the buttons of a {@link Checker} are shown on a computer.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PcDisplayRule {

	ALWAYS, ON_HOVER

}
