package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Space between elements.
 *
 * @param value {@code default} or empty for the default, {@code small}, {@code medium},
 * {@code large}, {@code extra_large}, or a number of pixels from {@code 0px} to
 * {@code 99px}
 */
public record Spacing(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("(|default|small|medium|large|extra_large|\\d{1,2}px)");

	/** 4 pixels. */
	public static final Spacing SMALL = new Spacing("small");

	/** 8 pixels. */
	public static final Spacing MEDIUM = new Spacing("medium");

	/** 12 pixels. */
	public static final Spacing LARGE = new Spacing("large");

	/** 16 pixels. */
	public static final Spacing EXTRA_LARGE = new Spacing("extra_large");

	public Spacing {
		Check.that(FORMAT.matcher(value).matches(), "spacing",
				"must be small, medium, large, extra_large, or from 0px to 99px");
	}

	/**
	 * Returns a spacing in pixels.
	 * @param pixels number of pixels, from 0 to 99
	 * @return the spacing
	 */
	public static Spacing pixels(int pixels) {
		return new Spacing(pixels + "px");
	}

}
