package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A width, height or radius: pixels, percent, or one of the platform's words. Which of
 * them a property takes is documented and checked there.
 *
 * @param value as it goes to the platform, such as {@code 120px}, {@code 50%} or
 * {@code fill}; empty for the default
 */
public record Length(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("([a-z][a-z_]*)?|\\d{1,6}(px|%)");

	/** As the client thinks best. */
	public static final Length DEFAULT = new Length("default");

	/** As wide as what is around it. */
	public static final Length FILL = new Length("fill");

	/** As large as what is inside. */
	public static final Length AUTO = new Length("auto");

	/** Of a column: shared with the others by {@code weight}. */
	public static final Length WEIGHTED = new Length("weighted");

	/** Of the rows of a table. */
	public static final Length LOW = new Length("low");

	/** Of the rows of a table. */
	public static final Length MIDDLE = new Length("middle");

	/** Of the rows of a table. */
	public static final Length HIGH = new Length("high");

	public Length {
		Check.that(FORMAT.matcher(value).matches(), "length", "must be a word, or a number with px or %");
	}

	/**
	 * A number of pixels.
	 * @param pixels not negative
	 * @return the length
	 */
	public static Length pixels(int pixels) {
		return new Length(pixels + "px");
	}

	/**
	 * A share of what is around it.
	 * @param percent not negative
	 * @return the length
	 */
	public static Length percent(int percent) {
		return new Length(percent + "%");
	}

	/**
	 * Returns whether this is a number of pixels.
	 * @return false for a word, and for percent
	 */
	public boolean inPixels() {
		return this.value.endsWith("px");
	}

	/**
	 * Returns whether this is a share of the place around.
	 * @return false for a word, and for pixels
	 */
	public boolean inPercent() {
		return this.value.endsWith("%");
	}

	/**
	 * Returns the number of pixels or percent.
	 * @return a number that is not negative
	 * @throws NumberFormatException if this is a word
	 */
	public int number() {
		return Integer.parseInt(this.value, 0, this.value.length() - (inPercent() ? 1 : 2), 10);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
