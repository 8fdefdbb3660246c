package io.ephemeral.feishu.card.element;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * How an image is fitted into its place.
 */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
public enum ScaleType {

	/**
	 * Cropped around the middle.
	 */
	CROP_CENTER,

	/**
	 * Cropped from the top.
	 */
	CROP_TOP,

	/**
	 * As wide as its place, whole.
	 */
	FIT_HORIZONTAL

}
