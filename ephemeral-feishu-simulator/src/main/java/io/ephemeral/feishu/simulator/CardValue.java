package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * The kind of value that a property of a card takes.
 */
@FunctionalInterface
interface CardValue {

	/** How {@code ios_url} and its like say that nothing opens there. */
	String UNSUPPORTED_ACTION = "lark://msgcard/unsupported_action";

	Pattern PIXELS = Pattern.compile("(-?\\d{1,6})px");

	Pattern COLOUR = Pattern.compile("(blue|carmine|green|indigo|lime|orange|purple|red|sunflower|turquoise|violet"
			+ "|wathet|yellow|grey)(-(50|100|200|300|350|400|500|600|700|800|900))?"
			+ "|grey-(00|650|950|1000)|bg-white|white|default");

	/** Names no colour, but the official samples have an icon of this colour. */
	String LIGHT_GREY = "light_grey";

	List<String> LOCALES = List.of("zh_cn", "en_us", "zh_hk", "zh_tw", "ja_jp", "id_id", "vi_vn", "th_th", "pt_br",
			"es_es", "ko_kr", "de_de", "fr_fr", "it_it", "ru_ru", "ms_my");

	void check(JsonNode value, CardPlace place);

	static CardValue of(String description, Predicate<JsonNode> matches) {
		return (value, place) -> {
			if (!matches.test(value)) {
				place.refuse("must be " + description);
			}
		};
	}

	static CardValue ofText(String description, Predicate<String> matches) {
		return of(description, (value) -> value.isString() && matches.test(value.asString()));
	}

	static CardValue bool() {
		return of("true or false", JsonNode::isBoolean);
	}

	static CardValue text() {
		return of("a string", JsonNode::isString);
	}

	static CardValue filledText() {
		return ofText("a string that is not empty", (text) -> !text.isBlank());
	}

	/**
	 * A text of so many characters at most; an emoji is one of them.
	 */
	static CardValue text(int maxLength) {
		return ofText("a string of at most " + maxLength + " characters",
				(text) -> text.codePointCount(0, text.length()) <= maxLength);
	}

	static CardValue matching(String example, String regex) {
		return ofText("written like " + example, Pattern.compile(regex).asMatchPredicate());
	}

	static CardValue words(String... words) {
		List<String> known = List.of(words);
		return ofText("one of " + known, known::contains);
	}

	static CardValue number() {
		return of("a number", JsonNode::isNumber);
	}

	static CardValue number(int min, int max) {
		return of("a number from " + min + " to " + max,
				(value) -> value.isNumber() && value.asDouble() >= min && value.asDouble() <= max);
	}

	static CardValue integer(int min) {
		return of("an integer from " + min + " on", (value) -> value.isIntegralNumber() && value.asDouble() >= min);
	}

	static CardValue integer(int min, int max) {
		return of("an integer from " + min + " to " + max,
				(value) -> value.isIntegralNumber() && value.asDouble() >= min && value.asDouble() <= max);
	}

	static CardValue integers(Integer... integers) {
		List<Integer> known = List.of(integers);
		return of("one of " + known, (value) -> value.isInt() && known.contains(value.asInt()));
	}

	/**
	 * A length such as {@code 16px}, or one of some words.
	 */
	static CardValue pixels(int min, int max, String... words) {
		List<String> known = List.of(words);
		String length = "[" + min + "," + ((max < Integer.MAX_VALUE) ? max + "]px" : "∞)px");
		return ofText(known.isEmpty() ? length : length + " or one of " + known,
				(text) -> known.contains(text) || isPixels(text, min, max));
	}

	private static boolean isPixels(String text, int min, int max) {
		Matcher matcher = PIXELS.matcher(text);
		if (!matcher.matches()) {
			return false;
		}
		int length = Integer.parseInt(matcher.group(1));
		return length >= min && length <= max;
	}

	/**
	 * A width and a height such as {@code 16px 16px}, or one of some words.
	 */
	static CardValue size(int max, String... words) {
		List<String> known = List.of(words);
		return ofText("\"[1," + max + "]px [1," + max + "]px\" or one of " + known, (text) -> {
			String[] lengths = text.split(" ", -1);
			return known.contains(text)
					|| (lengths.length == 2 && isPixels(lengths[0], 1, max) && isPixels(lengths[1], 1, max));
		});
	}

	/**
	 * One, two or four lengths, from the top clockwise; 0 needs no unit.
	 */
	static CardValue box(int min, int max) {
		return ofText("1, 2 or 4 lengths of [" + min + "," + max + "]px, such as \"4px 0\"", (text) -> {
			List<String> lengths = List.of(text.split(" ", -1));
			return List.of(1, 2, 4).contains(lengths.size())
					&& lengths.stream().allMatch((length) -> length.equals("0") || isPixels(length, min, max));
		});
	}

	static CardValue margin() {
		return box(-99, 99);
	}

	/**
	 * The samples leave it empty, or write {@code default} as JSON 1.0 did.
	 */
	static CardValue spacing() {
		return pixels(0, 99, "small", "medium", "large", "extra_large", "default", "");
	}

	static CardValue cornerRadius() {
		Pattern percent = Pattern.compile("(\\d{1,2}|100)%");
		return ofText("[0,∞)px or [0,100]%",
				(text) -> isPixels(text, 0, Integer.MAX_VALUE) || percent.matcher(text).matches());
	}

	/**
	 * A name of the table of colours or of {@code config.style.color}; the samples leave
	 * it empty, too.
	 */
	static CardValue colour(String... words) {
		List<String> known = List.of(words);
		return (value, place) -> {
			String name = value.asString("-");
			boolean isColour = value.isString() && (name.isEmpty() || known.contains(name) || name.equals(LIGHT_GREY)
					|| COLOUR.matcher(name).matches() || place.reading().hasCustomColour(name));
			if (!isColour) {
				place.refuse("must be a name of the table of colours, or one defined in config.style.color");
			}
		};
	}

	static CardValue link() {
		return ofText("a link with http or https and encoded special characters", CardValue::isLink);
	}

	static CardValue linkOrEmpty() {
		return ofText("empty or a link with http or https and encoded special characters",
				(text) -> text.isEmpty() || isLink(text));
	}

	static CardValue platformLink() {
		return ofText("empty, a link with http or https and encoded special characters, or " + UNSUPPORTED_ACTION,
				(text) -> text.isEmpty() || text.equals(UNSUPPORTED_ACTION) || isLink(text));
	}

	private static boolean isLink(String text) {
		try {
			URI uri = new URI(text);
			String scheme = uri.getScheme();
			return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
					&& uri.getRawAuthority() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Any JSON object, which the platform hands through or knows alone.
	 */
	static CardValue anyObject() {
		return of("an object", JsonNode::isObject);
	}

	static CardValue anyText() {
		return of("a string, a number or true or false", JsonNode::isValueNode);
	}

	static CardValue listOf(CardValue item) {
		return listOf(item, Integer.MAX_VALUE);
	}

	static CardValue listOf(CardValue item, int max) {
		return (value, place) -> {
			if (!value.isArray()) {
				place.refuse("must be a list");
				return;
			}
			if (value.size() > max) {
				place.refuse("must have at most " + max + " items");
			}
			for (int i = 0; i < value.size(); i++) {
				item.check(value.path(i), place.item(i));
			}
		};
	}

	static CardValue mapOf(CardValue item) {
		return (value, place) -> {
			if (!value.isObject()) {
				place.refuse("must be an object");
				return;
			}
			value.properties().forEach((entry) -> item.check(entry.getValue(), place.property(entry.getKey())));
		};
	}

	static CardValue byLocale(CardValue item) {
		CardObject locales = new CardObject("a map of languages");
		LOCALES.forEach((locale) -> locales.with(locale, item));
		return locales;
	}

	/**
	 * An object of one of several shapes, whose name one of its properties tells.
	 */
	static CardValue oneOf(String property, CardObject... shapes) {
		Map<String, CardObject> byName = new LinkedHashMap<>();
		for (CardObject shape : shapes) {
			byName.put(shape.name(), shape);
		}
		return (value, place) -> {
			CardObject shape = byName.get(value.path(property).asString(""));
			if (shape != null) {
				shape.check(value, place);
			}
			else if (value.isObject()) {
				place.property(property).refuse("must be one of " + byName.keySet());
			}
			else {
				place.refuse("must be an object");
			}
		};
	}

	default CardValue orText(CardValue text) {
		return (value, place) -> (value.isString() ? text : this).check(value, place);
	}

	/**
	 * The samples leave some objects empty.
	 */
	default CardValue orEmpty() {
		return (value, place) -> {
			if (!value.isObject() || !value.isEmpty()) {
				check(value, place);
			}
		};
	}

}
