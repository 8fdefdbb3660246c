package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How wide the header of a panel is.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum PanelHeaderWidth {

	FILL,

	AUTO,

	/**
	 * As wide as its text while the panel is closed; clients from version 7.32 on.
	 */
	AUTO_WHEN_FOLD

}
