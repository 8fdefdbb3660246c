package io.ephemeral.feishu.card.style;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Ratio of the width to the height.
 */
public enum AspectRatio {

	@JsonProperty("1:1")
	SQUARE,

	@JsonProperty("2:1")
	TWO_TO_ONE,

	@JsonProperty("4:3")
	FOUR_TO_THREE,

	@JsonProperty("16:9")
	SIXTEEN_TO_NINE

}
