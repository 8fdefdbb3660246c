package io.ephemeral.feishu.card.style;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Checks of single properties of the card model. Absent values pass, because required
 * values are checked first. A failed check throws an {@link InvalidPropertyException}.
 */
public final class Check {

	private static final Pattern ELEMENT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

	/** Link that opens nothing on one kind of client. */
	private static final String UNSUPPORTED = "lark://msgcard/unsupported_action";

	private Check() {
	}

	/**
	 * Checks that a property has a value.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 */
	public static void required(String property, @Nullable Object value) {
		that(value != null, property, "is required");
	}

	/**
	 * Checks that a text is not blank.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 */
	public static void text(String property, String value) {
		that(!value.isBlank(), property, "must not be blank");
	}

	/**
	 * Checks the length of a text.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 * @param characters maximum number of characters
	 */
	public static void atMost(String property, @Nullable String value, int characters) {
		that(value == null || value.codePointCount(0, value.length()) <= characters, property,
				"must have at most " + characters + " characters");
	}

	/**
	 * Checks the size of a list.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 * @param size maximum number of entries
	 */
	public static void atMost(String property, List<?> value, int size) {
		that(value.size() <= size, property, "must have at most " + size + " entries");
	}

	/**
	 * Checks that a number is within a range.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 * @param from smallest valid number
	 * @param to largest valid number
	 */
	public static void range(String property, @Nullable Integer value, int from, int to) {
		that(value == null || (value >= from && value <= to), property, "must be from " + from + " to " + to);
	}

	/**
	 * Checks that a length is within a range of pixels, or that it is one of the given
	 * words.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 * @param from smallest valid number of pixels
	 * @param to largest valid number of pixels
	 * @param words other valid lengths
	 */
	public static void length(String property, @Nullable Length value, int from, int to, Length... words) {
		boolean valid = value == null || value.value().isEmpty() || List.of(words).contains(value)
				|| (value.inPixels() && value.number() >= from && value.number() <= to);
		if (!valid) {
			String pixels = (to == Integer.MAX_VALUE) ? from + "px or more" : "from " + from + "px to " + to + "px";
			String others = List.of(words).isEmpty() ? "" : List.of(words) + " or ";
			throw new InvalidPropertyException(property, "must be " + others + pixels);
		}
	}

	/**
	 * Checks that a radius is in pixels or percent.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 */
	public static void radius(String property, @Nullable Length value) {
		that(value == null || value.value().isEmpty() || value.inPixels() || value.inPercent(), property,
				"must be in px or %");
	}

	/**
	 * Checks the format of an {@code element_id}.
	 * @param value value of the property
	 */
	public static void elementId(@Nullable String value) {
		that(value == null || ELEMENT_ID.matcher(value).matches(), "element_id",
				"must start with a letter and hold at most 20 letters, digits and underscores");
	}

	/**
	 * Checks that a link opens a web page, or that it opens nothing on one kind of
	 * client.
	 * @param property name of the property in JSON
	 * @param value value of the property
	 */
	public static void link(String property, @Nullable String value) {
		that(value == null || value.isEmpty() || value.equals(UNSUPPORTED) || hasWebScheme(value), property,
				"must be an http or https link");
	}

	private static boolean hasWebScheme(String link) {
		return link.regionMatches(true, 0, "https://", 0, 8) || link.regionMatches(true, 0, "http://", 0, 7);
	}

	/**
	 * Checks a condition.
	 * @param valid whether the value is valid
	 * @param property name of the property in JSON
	 * @param expectation requirement for the value, as the rest of a sentence
	 */
	public static void that(boolean valid, String property, String expectation) {
		if (!valid) {
			throw new InvalidPropertyException(property, expectation);
		}
	}

}
