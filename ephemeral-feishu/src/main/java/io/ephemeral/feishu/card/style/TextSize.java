package io.ephemeral.feishu.card.style;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Size of a text. Clients show an unknown size as {@link #NORMAL}.
 *
 * @param value size of the platform, or name of a size in the style of the card
 */
public record TextSize(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

	/** 30 pixels; 26 on phones. */
	public static final TextSize HEADING_0 = new TextSize("heading-0");

	/** 24 pixels. */
	public static final TextSize HEADING_1 = new TextSize("heading-1");

	/** 20 pixels. */
	public static final TextSize HEADING_2 = new TextSize("heading-2");

	/** 18 pixels; 17 on phones. */
	public static final TextSize HEADING_3 = new TextSize("heading-3");

	/** 16 pixels. */
	public static final TextSize HEADING_4 = new TextSize("heading-4");

	/** 16 pixels. */
	public static final TextSize HEADING = new TextSize("heading");

	/** 14 pixels. */
	public static final TextSize NORMAL = new TextSize("normal");

	/** 12 pixels. */
	public static final TextSize NOTATION = new TextSize("notation");

	/** 30 pixels; 26 on phones. */
	public static final TextSize XXXX_LARGE = new TextSize("xxxx-large");

	/** 24 pixels. */
	public static final TextSize XXX_LARGE = new TextSize("xxx-large");

	/** 20 pixels. */
	public static final TextSize XX_LARGE = new TextSize("xx-large");

	/** 18 pixels. */
	public static final TextSize X_LARGE = new TextSize("x-large");

	/** 16 pixels; 17 on phones. */
	public static final TextSize LARGE = new TextSize("large");

	/** 14 pixels. */
	public static final TextSize MEDIUM = new TextSize("medium");

	/** 12 pixels. */
	public static final TextSize SMALL = new TextSize("small");

	/** 10 pixels. */
	public static final TextSize X_SMALL = new TextSize("x-small");

	/**
	 * Returns a size that the style of the card defines.
	 * @param name name of the size under {@code config.style.text_size}
	 * @return the size
	 */
	public static TextSize named(String name) {
		Check.that(FORMAT.matcher(name).matches(), "text_size",
				"must be the name of a size, with letters, digits, underscores and hyphens");
		return new TextSize(name);
	}

}
