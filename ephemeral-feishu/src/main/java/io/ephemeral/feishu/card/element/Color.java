package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A colour of the platform, which suits the light and the dark theme, or a colour defined
 * in the style of the card.
 *
 * @param value such as {@code blue}, {@code blue-500}, {@code default}, the name of a
 * colour of the card, or empty for the default
 */
public record Color(@JsonValue String value) implements StringValue {

	private static final Pattern FORMAT = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)?");

	/** As the client thinks best. */
	public static final Color DEFAULT = new Color("default");

	/** White in both themes. */
	public static final Color WHITE = new Color("white");

	/** White in the light theme. */
	public static final Color BACKGROUND_WHITE = new Color("bg-white");

	/** Of an interactive container: a gradient. */
	public static final Color LASER = new Color("laser");

	public static final Color BLUE = new Color("blue");

	public static final Color CARMINE = new Color("carmine");

	public static final Color GREEN = new Color("green");

	public static final Color INDIGO = new Color("indigo");

	public static final Color LIME = new Color("lime");

	public static final Color GREY = new Color("grey");

	public static final Color ORANGE = new Color("orange");

	public static final Color PURPLE = new Color("purple");

	public static final Color RED = new Color("red");

	public static final Color SUNFLOWER = new Color("sunflower");

	public static final Color TURQUOISE = new Color("turquoise");

	public static final Color VIOLET = new Color("violet");

	public static final Color WATHET = new Color("wathet");

	public static final Color YELLOW = new Color("yellow");

	private static final List<Integer> SHADES = List.of(50, 100, 200, 300, 350, 400, 500, 600, 700, 800, 900);

	private static final List<Integer> SHADES_OF_GREY = List.of(0, 50, 100, 200, 300, 350, 400, 500, 600, 650, 700, 800,
			900, 950, 1000);

	public Color {
		Check.that(FORMAT.matcher(value).matches(), "color",
				"must be the name of a colour, with letters, digits, underscores and hyphens");
	}

	/**
	 * A colour of the card's style.
	 * @param name name under {@code config.style.color}
	 * @return the colour
	 */
	public static Color named(String name) {
		return new Color(name);
	}

	/**
	 * A lighter or darker shade.
	 * @param shade 50, 100, 200, 300, 350, 400, 500, 600, 700, 800 or 900, from light to
	 * dark; grey also has 0, 650, 950 and 1000
	 * @return the shade
	 */
	public Color shade(int shade) {
		List<Integer> shades = equals(GREY) ? SHADES_OF_GREY : SHADES;
		Check.that(shades.contains(shade), "shade", "must be one of " + shades);
		return new Color(this.value + ((shade == 0) ? "-00" : "-" + shade));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
