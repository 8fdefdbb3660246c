package io.ephemeral.feishu.card.style;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Color of the platform for the light and the dark theme, color that the style of the
 * card defines, or fixed RGB color.
 *
 * @param value color of the platform, such as {@code blue}, {@code blue-500} or
 * {@code default}; name of a color in the style of the card; color such as
 * {@code rgba(5,157,178,0.52)}; or empty for the default
 */
public record Color(@JsonValue String value) implements StringValue {

	private static final String RGBA = "rgba?\\(\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*(,\\s*(\\d+(\\.\\d+)?|\\.\\d+)\\s*)?\\)";

	private static final Pattern FORMAT = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)?|" + RGBA);

	/** Default color of the client. */
	public static final Color DEFAULT = new Color("default");

	/** White in both themes. */
	public static final Color WHITE = new Color("white");

	/** White in the light theme. */
	public static final Color BACKGROUND_WHITE = new Color("bg-white");

	/** Gradient for an interactive container. */
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
				"must be the name of a color, with letters, digits, underscores and hyphens, or rgba(…)");
	}

	/**
	 * Returns a color that the style of the card defines.
	 * @param name name of the color under {@code config.style.color}
	 * @return the color
	 */
	public static Color named(String name) {
		return new Color(name);
	}

	/**
	 * Returns a color that is the same in both themes. Clients before version 7.9 ignore
	 * it.
	 * @param red red value from 0 to 255
	 * @param green green value from 0 to 255
	 * @param blue blue value from 0 to 255
	 * @param opacity opacity from 0 to 1
	 * @return the color
	 */
	public static Color rgba(int red, int green, int blue, double opacity) {
		for (int part : new int[] { red, green, blue }) {
			Check.range("color", part, 0, 255);
		}
		Check.that(opacity >= 0 && opacity <= 1, "opacity", "must be from 0 to 1");
		String alpha = BigDecimal.valueOf(opacity).stripTrailingZeros().toPlainString();
		return new Color("rgba(" + red + "," + green + "," + blue + "," + alpha + ")");
	}

	/**
	 * Returns a lighter or darker shade of this color.
	 * @param shade number of the shade, from light to dark: 50, 100, 200, 300, 350, 400,
	 * 500, 600, 700, 800 or 900; grey also has 0, 650, 950 and 1000
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
