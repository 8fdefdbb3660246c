package io.ephemeral.feishu.card.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.rule.CardRule;
import tools.jackson.databind.JsonNode;

/**
 * Checks of ids and names.
 */
final class NameChecks implements CardCheck {

	private static final Pattern ELEMENT_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

	private final UniqueValues elementIds = new UniqueValues("element_id", CardRule.ELEMENT_ID_UNIQUE);

	private final UniqueValues names = new UniqueValues("name", CardRule.NAME_UNIQUE);

	/** Names of forms, and of components in forms. */
	private final Set<String> namesThatCount = new HashSet<>();

	@Override
	public void visit(Visit visit, Violations violations) {
		checkElementId(visit, violations);
		switch (visit.role()) {
			case INTERACTIVE -> checkName(visit, false, violations);
			case CONTAINER -> {
				if (visit.tag() == Tag.FORM) {
					checkName(visit, true, violations);
				}
			}
			default -> {
			}
		}
	}

	private void checkElementId(Visit visit, Violations violations) {
		JsonNode id = visit.node().get("element_id");
		if (id != null && id.isString()) {
			this.elementIds.check(id.stringValue(), visit, violations);
			if (!ELEMENT_ID.matcher(id.stringValue()).matches()) {
				violations.add(visit.place("element_id"), CardRule.ELEMENT_ID_FORMAT,
						"must start with a letter and hold at most 20 letters, digits and underscores");
			}
		}
	}

	private void checkName(Visit visit, boolean form, Violations violations) {
		String name = visit.text("name");
		if (!name.isBlank()) {
			checkUnique(name, form || visit.inForm(), visit, violations);
		}
		else if (form) {
			violations.add(visit.place("name"), CardRule.NAME_REQUIRED, "is not set");
		}
		else if (visit.inForm()) {
			violations.add(visit.place("name"), CardRule.NAME_REQUIRED, "is not set, but the component is in a form");
		}
	}

	/** Outside forms a name has no meaning, so that it may come twice there. */
	private void checkUnique(String name, boolean counts, Visit visit, Violations violations) {
		if (counts || this.namesThatCount.contains(name)) {
			this.names.check(name, visit, violations);
		}
		else {
			this.names.add(name, visit);
		}
		if (counts) {
			this.namesThatCount.add(name);
		}
	}

}
