package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The space around an element or inside its edge.
 *
 * @param value one length for all sides, two for vertical and horizontal, or four from
 * the top clockwise, each from -99 to 99 pixels, such as {@code 4px 0px}
 */
public record Box(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("-?\\d{1,2}(px)?( +-?\\d{1,2}(px)?|( +-?\\d{1,2}(px)?){3})?");

	public Box {
		Check.that(FORMAT.matcher(value).matches(), "box",
				"must be one, two or four lengths from -99px to 99px, such as '4px 0px'");
	}

	/**
	 * Returns the same on all sides.
	 * @param pixels from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int pixels) {
		return new Box(pixels + "px");
	}

	/**
	 * Returns the same above and below, and the same on both sides.
	 * @param vertical pixels, from -99 to 99
	 * @param horizontal pixels, from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int vertical, int horizontal) {
		return new Box(vertical + "px " + horizontal + "px");
	}

	/**
	 * Each side its own.
	 * @param top pixels, from -99 to 99
	 * @param right pixels, from -99 to 99
	 * @param bottom pixels, from -99 to 99
	 * @param left pixels, from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int top, int right, int bottom, int left) {
		return new Box(top + "px " + right + "px " + bottom + "px " + left + "px");
	}

}
