package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The colors of a chart.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum ChartColorTheme {

	BRAND, RAINBOW, COMPLEMENTARY, CONVERSE, PRIMARY

}
