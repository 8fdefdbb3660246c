package io.ephemeral.feishu.card.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;
import tools.jackson.databind.JsonNode;

/**
 * Checks of colors, sizes and the other looks of texts.
 */
final class StyleChecks implements CardCheck {

	private static final Set<String> COLORS = colors();

	private static final Pattern RGB = Pattern.compile("rgba?\\(.*\\)");

	private static final Set<String> SIZES = Set.of("heading", "normal", "notation", "large", "medium", "small", "",
			"heading-0", "heading-1", "heading-2", "heading-3", "heading-4", "xxxx-large", "xxx-large", "xx-large",
			"x-large", "x-small");

	private final JsonNode styles;

	StyleChecks(JsonNode card) {
		this.styles = card.path("config").path("style");
	}

	/** Only texts of a div and a checker may have looks of their own. */
	@Override
	public void visit(Visit visit, Violations violations) {
		if (visit.role() == Role.TEXT && visit.tag() != Tag.MARKDOWN && visit.around() != Tag.DIV
				&& visit.around() != Tag.CHECKER) {
			for (String property : visit.node().propertyNames()) {
				if (isLook(property)) {
					violations.add(visit.place(property), CardRule.MISPLACED_PROPERTY,
							"is a property of texts in div and checker only");
				}
			}
		}
	}

	/**
	 * Checks a text property of any object, with or without a tag.
	 * @param path path of the object
	 * @param property name of the property
	 * @param value its text
	 * @param violations takes what is found
	 */
	void checkProperty(CardPath path, String property, String value, Violations violations) {
		switch (property) {
			case "color", "text_color", "background_style", "background_color", "border_color", "fill_color" -> {
				if (!isColor(value) && !isDefined("color", value)) {
					violations.add(path.of(property), CardRule.UNDEFINED_STYLE, "is a color that is not defined");
				}
			}
			case "text_size" -> {
				if (!SIZES.contains(value) && !isDefined("text_size", value)) {
					violations.add(path.of(property), CardRule.UNDEFINED_STYLE, "is a size that is not defined");
				}
			}
			default -> {
			}
		}
	}

	private static boolean isColor(String value) {
		return COLORS.contains(value) || RGB.matcher(value).matches();
	}

	private static Set<String> colors() {
		Set<String> colors = new HashSet<>(Set.of("", "white", "bg-white", "default", "none", "laser", "neutral"));
		for (String color : List.of("blue", "carmine", "green", "indigo", "lime", "grey", "orange", "purple", "red",
				"sunflower", "turquoise", "violet", "wathet", "yellow")) {
			colors.add(color);
			Stream
				.of("00", "50", "100", "200", "300", "350", "400", "500", "600", "650", "700", "800", "900", "950",
						"1000")
				.forEach((shade) -> colors.add(color + "-" + shade));
		}
		return colors;
	}

	private boolean isDefined(String kind, String name) {
		return this.styles.path(kind).has(name);
	}

	private static boolean isLook(String property) {
		return switch (property) {
			case "text_size", "text_color", "text_align", "lines" -> true;
			default -> false;
		};
	}

}
