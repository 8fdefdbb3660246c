package io.ephemeral.feishu.card.style;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Width, height or radius: pixels, percent, or a word of the platform. Each property
 * documents and checks the lengths that it accepts.
 *
 * @param value length in JSON, such as {@code 120px}, {@code 50%} or {@code fill}; empty
 * for the default
 */
public record Length(@JsonValue String value) implements StringValue {

	private static final int MOST_DIGITS = 6;

	/** Default length of the client. */
	public static final Length DEFAULT = new Length("default");

	/** Full width of the surrounding component. */
	public static final Length FILL = new Length("fill");

	/** Size of the content. */
	public static final Length AUTO = new Length("auto");

	/** Share of the width according to the {@code weight} of a column. */
	public static final Length WEIGHTED = new Length("weighted");

	/** Low rows of a table. */
	public static final Length LOW = new Length("low");

	/** Rows of a table with a middle height. */
	public static final Length MIDDLE = new Length("middle");

	/** High rows of a table. */
	public static final Length HIGH = new Length("high");

	public Length {
		Check.that(isWord(value) || isNumber(value), "length", "must be a word, or a number with px or %");
	}

	// A pattern took a twentieth of the time of the check of a card.
	private static boolean isWord(String value) {
		for (int index = 0; index < value.length(); index++) {
			char character = value.charAt(index);
			if (!(character >= 'a' && character <= 'z') && (character != '_' || index == 0)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNumber(String value) {
		int digits = 0;
		while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
			digits++;
		}
		String unit = value.substring(digits);
		return digits > 0 && digits <= MOST_DIGITS && (unit.equals("px") || unit.equals("%"));
	}

	/**
	 * Returns a length in pixels.
	 * @param pixels number of pixels, not negative
	 * @return the length
	 */
	public static Length pixels(int pixels) {
		return new Length(pixels + "px");
	}

	/**
	 * Returns a share of the surrounding component.
	 * @param percent share in percent, not negative
	 * @return the length
	 */
	public static Length percent(int percent) {
		return new Length(percent + "%");
	}

	/**
	 * Returns whether this length is in pixels.
	 * @return false for a word, and for percent
	 */
	public boolean inPixels() {
		return this.value.endsWith("px");
	}

	/**
	 * Returns whether this length is in percent.
	 * @return false for a word, and for pixels
	 */
	public boolean inPercent() {
		return this.value.endsWith("%");
	}

	/**
	 * Returns the number of pixels or percent.
	 * @return a number that is not negative
	 * @throws NumberFormatException if this length is a word
	 */
	public int number() {
		return Integer.parseInt(this.value, 0, this.value.length() - (inPercent() ? 1 : 2), 10);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
