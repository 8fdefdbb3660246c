package io.ephemeral.feishu.card.check;

import java.util.IdentityHashMap;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;
import tools.jackson.databind.JsonNode;

/**
 * Checks of what works in a form only, what does not work there, and what a form needs.
 */
final class FormChecks implements CardCheck {

	/** Forms without a button that submits so far. */
	private final IdentityHashMap<JsonNode, CardPath> unsubmitted = new IdentityHashMap<>();

	@Override
	public void visit(Visit visit, Violations violations) {
		if (visit.role() == Role.INTERACTIVE) {
			if (!visit.inForm()) {
				checkOutsideForm(visit, violations);
			}
			else if (visit.tag() == Tag.BUTTON) {
				checkButton(visit, violations);
			}
		}
		else if (visit.tag() == Tag.FORM) {
			this.unsubmitted.put(visit.node(), visit.path().copy());
		}
		else if (visit.tag() == Tag.CHART && visit.inForm()) {
			violations.add(visit.place(), CardRule.PLACEMENT, "is not allowed in a form");
		}
	}

	private void checkButton(Visit button, Violations violations) {
		if (isSubmit(button)) {
			this.unsubmitted.remove(button.form());
		}
		else if (!button.node().has("form_action_type") && !button.node().has("action_type")) {
			violations.add(button.place("form_action_type"), CardRule.RECOMMENDED_PROPERTY,
					"is not set, so the client checks the required fields before this click too");
		}
	}

	private static boolean isSubmit(Visit button) {
		return button.text("form_action_type").equals("submit") || button.text("action_type").equals("form_submit")
				|| button.node()
					.path("behaviors")
					.valueStream()
					.anyMatch((behavior) -> behavior.path("type").asString("").equals("form_action")
							&& behavior.path("behavior").asString("").equals("submit"));
	}

	private static void checkOutsideForm(Visit visit, Violations violations) {
		if (visit.tag() == Tag.SELECT_IMG && visit.node().path("multi_select").asBoolean(false)) {
			violations.add(visit.place("multi_select"), CardRule.CHOICE_OUTSIDE_FORM, "is true outside a form");
		}
		if (visit.tag() == Tag.MULTI_SELECT_STATIC || visit.tag() == Tag.MULTI_SELECT_PERSON) {
			violations.add(visit.place(), CardRule.CHOICE_OUTSIDE_FORM, "allows several options outside a form");
		}
		if (visit.node().path("required").asBoolean(false)) {
			violations.add(visit.place("required"), CardRule.REQUIRED_OUTSIDE_FORM, "has an effect only in a form");
		}
	}

	@Override
	public void end(Violations violations) {
		for (CardPath form : this.unsubmitted.values()) {
			violations.add(form.toString(), CardRule.SUBMIT_BUTTON, "has no button that submits");
		}
	}

}
