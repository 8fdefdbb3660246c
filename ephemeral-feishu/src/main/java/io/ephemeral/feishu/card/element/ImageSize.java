package io.ephemeral.feishu.card.element;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The size of an {@link Image} that is cropped.
 *
 * @param value one of the platform's words, a ratio of width to height such as
 * {@code 16:9}, or width and height from 1 to 1000 pixels, such as {@code 100px 80px}
 */
public record ImageSize(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("stretch|large|medium|small|tiny|[1-9]\\d{0,3}:[1-9]\\d{0,3}"
			+ "|([1-9]\\d{0,2}|1000)px ([1-9]\\d{0,2}|1000)px");

	/** As wide as what is around it. */
	public static final ImageSize STRETCH = new ImageSize("stretch");

	/** 160 pixels square. */
	public static final ImageSize LARGE = new ImageSize("large");

	/** 80 pixels square. */
	public static final ImageSize MEDIUM = new ImageSize("medium");

	/** 40 pixels square. */
	public static final ImageSize SMALL = new ImageSize("small");

	/** 16 pixels square. */
	public static final ImageSize TINY = new ImageSize("tiny");

	public ImageSize {
		Check.that(FORMAT.matcher(value).matches(), "size",
				"must be stretch, large, medium, small, tiny, a ratio such as 16:9, or width and height from 1px to 1000px");
	}

	/**
	 * As wide as what is around it, with a height to match. Feishu's card builder writes
	 * such sizes; the documents do not list them.
	 * @param width width in proportion to the height, from 1 to 9999
	 * @param height height in proportion to the width, from 1 to 9999
	 * @return the size
	 */
	public static ImageSize ratio(int width, int height) {
		return new ImageSize(width + ":" + height);
	}

	/**
	 * Width and height.
	 * @param width pixels, from 1 to 1000
	 * @param height pixels, from 1 to 1000
	 * @return the size
	 */
	public static ImageSize pixels(int width, int height) {
		return new ImageSize(width + "px " + height + "px");
	}

}
