package io.ephemeral.feishu.card.check;

import java.util.HashSet;
import java.util.Set;

import io.ephemeral.feishu.card.rule.CardRule;
import tools.jackson.databind.JsonNode;

/**
 * Checks of pickers, selects, checkers and buttons, wherever they are.
 */
final class InputChecks implements CardCheck {

	@Override
	public void visit(Visit visit, Violations violations) {
		switch (visit.tag()) {
			case SELECT_STATIC, MULTI_SELECT_STATIC, OVERFLOW -> checkOptions(visit, violations);
			case DATE_PICKER, PICKER_TIME, PICKER_DATETIME -> checkPlaceholder(visit, violations);
			case BUTTON -> checkValue(visit, violations);
			case CHECKER -> checkText(visit, violations);
			default -> {
			}
		}
	}

	private static void checkPlaceholder(Visit picker, Violations violations) {
		JsonNode node = picker.node();
		if (!node.has("placeholder") && !node.has("initial_date") && !node.has("initial_time")
				&& !node.has("initial_datetime")) {
			violations.add(picker.place("placeholder"), CardRule.RECOMMENDED_PROPERTY,
					"is not set, and there is no initial value");
		}
	}

	/** In JSON 1.0 a click returns this value. */
	private static void checkValue(Visit button, Violations violations) {
		JsonNode value = button.node().path("value");
		boolean empty = value.isContainer() ? value.isEmpty() : value.asString("").isEmpty();
		if (!empty && button.node().path("behaviors").isEmpty()) {
			violations.add(button.place("value"), CardRule.IGNORED_VALUE, "is ignored in JSON 2.0");
		}
	}

	private static void checkText(Visit checker, Violations violations) {
		if (checker.node().path("text").path("tag").asString("").equals("markdown")) {
			violations.add(checker.place("text"), CardRule.PLACEMENT,
					"is a component, but only a text is allowed here");
		}
	}

	private static void checkOptions(Visit visit, Violations violations) {
		JsonNode options = visit.node().path("options");
		boolean overflow = visit.tag() == Tag.OVERFLOW;
		Set<String> values = new HashSet<>();
		visit.path().enter("options");
		for (int index = 0; options.isArray() && index < options.size(); index++) {
			JsonNode option = options.get(index);
			visit.path().enter(index);
			if (option.isObject()) {
				checkOption(visit, option, overflow, violations);
			}
			boolean known = isSet(option, "value") && !values.add(option.path("value").asString(""));
			if (known && !overflow) {
				violations.add(visit.place("value"), CardRule.OPTION_UNIQUE, "is also the value of another option");
			}
			visit.path().leave();
		}
		visit.path().leave();
	}

	/** The model of cards reports what is absent from an option of a select. */
	private static void checkOption(Visit visit, JsonNode option, boolean overflow, Violations violations) {
		JsonNode text = option.path("text");
		boolean hasText = text.isObject() ? isSet(text, "content") || hasTranslation(text) : isSet(option, "text");
		boolean hasValue = isSet(option, "value") || option.path("value").isContainer();
		if (!hasText && !hasValue) {
			violations.add(visit.place(), CardRule.OPTION_EMPTY, "has neither a text nor a value");
		}
		else if (!hasText && text.hasNonNull("content")) {
			violations.add(visit.place("text"), CardRule.OPTION_INCOMPLETE, "is empty");
		}
		else if (!hasValue && option.hasNonNull("value")) {
			violations.add(visit.place("value"), CardRule.OPTION_INCOMPLETE, "is empty");
		}
		else if (!hasValue && overflow && !option.has("multi_url")) {
			violations.add(visit.place("value"), CardRule.OPTION_INCOMPLETE, "is not set, and there is no link");
		}
	}

	private static boolean isSet(JsonNode object, String property) {
		return !object.path(property).asString("").isEmpty();
	}

	private static boolean hasTranslation(JsonNode text) {
		return text.path("i18n_content").valueStream().anyMatch((translation) -> !translation.asString("").isEmpty());
	}

}
