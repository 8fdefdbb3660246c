package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Width, height or radius: pixels, percent, or a word of the platform. Each property
 * documents and checks the lengths that it accepts.
 *
 * @param value length in JSON, such as {@code 120px}, {@code 50%} or {@code fill}; empty
 * for the default
 */
public record Length(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("([a-z][a-z_]*)?|\\d{1,6}(px|%)");

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
		Check.that(FORMAT.matcher(value).matches(), "length", "must be a word, or a number with px or %");
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
