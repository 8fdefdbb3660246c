package io.ephemeral.feishu.card;

import java.util.Map;

import io.ephemeral.feishu.card.element.Checker;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.InteractiveContainer;
import io.ephemeral.feishu.card.rule.CardRule;

/**
 * Property that its object does not have.
 *
 * @param rule rule that the property breaks
 * @param problem description of the problem, as the rest of a sentence that begins with
 * the path
 */
record ForeignProperty(CardRule rule, String problem) {

	private static final ForeignProperty UNKNOWN = new ForeignProperty(CardRule.UNKNOWN_PROPERTY,
			"is not a property of this object");

	private static final ForeignProperty IGNORED_VALUE = new ForeignProperty(CardRule.IGNORED_VALUE,
			"is ignored in JSON 2.0");

	/** Properties with a known effect. */
	private static final Map<Class<?>, Map<String, ForeignProperty>> KNOWN = Map.of(Card.class,
			Map.of("elements", refused("; use body.elements instead"), "i18n_elements",
					refused("; use i18n_content of each text instead")),
			Column.class, Map.of("corner_radius", refused("")), Checker.class,
			Map.of("icon", refused(""), "value", IGNORED_VALUE), InteractiveContainer.class,
			Map.of("value", IGNORED_VALUE), Config.class,
			Map.of("wide_screen_mode", replaced("width_mode"), "compact_width", replaced("width_mode")), Header.class,
			Map.of("ud_icon", replaced("icon")));

	/**
	 * Returns the known facts about a property.
	 * @param type record of the object
	 * @param name name that the record does not have
	 * @return the property
	 */
	static ForeignProperty of(Class<?> type, String name) {
		return KNOWN.getOrDefault(type, Map.of()).getOrDefault(name, UNKNOWN);
	}

	private static ForeignProperty refused(String replacement) {
		return new ForeignProperty(CardRule.REFUSED_PROPERTY, "is a property that JSON 2.0 refuses" + replacement);
	}

	private static ForeignProperty replaced(String replacement) {
		return new ForeignProperty(CardRule.UNKNOWN_PROPERTY,
				"is a property of JSON 1.0, which JSON 2.0 ignores; use " + replacement + " instead");
	}

}
