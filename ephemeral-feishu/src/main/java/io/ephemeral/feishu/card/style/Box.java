package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Space around an element or inside its edge.
 *
 * @param value one length for all sides, two for vertical and horizontal sides, or four
 * clockwise from the top; each from -99 to 99 pixels, such as {@code 4px 0px}
 */
public record Box(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("-?\\d{1,2}(px)?( +-?\\d{1,2}(px)?|( +-?\\d{1,2}(px)?){3})?");

	public Box {
		Check.that(FORMAT.matcher(value).matches(), "box",
				"must be one, two or four lengths from -99px to 99px, such as '4px 0px'");
	}

	/**
	 * Returns a box with the same space on all sides.
	 * @param pixels space in pixels, from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int pixels) {
		return new Box(pixels + "px");
	}

	/**
	 * Returns a box with one space for top and bottom, and another one for left and
	 * right.
	 * @param vertical space at the top and bottom in pixels, from -99 to 99
	 * @param horizontal space on the left and right in pixels, from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int vertical, int horizontal) {
		return new Box(vertical + "px " + horizontal + "px");
	}

	/**
	 * Returns a box with a separate space for each side.
	 * @param top space at the top in pixels, from -99 to 99
	 * @param right space on the right in pixels, from -99 to 99
	 * @param bottom space at the bottom in pixels, from -99 to 99
	 * @param left space on the left in pixels, from -99 to 99
	 * @return the box
	 */
	public static Box pixels(int top, int right, int bottom, int left) {
		return new Box(top + "px " + right + "px " + bottom + "px " + left + "px");
	}

}
