package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.card.check.CardChecks;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import tools.jackson.databind.JsonNode;

/**
 * Checks a card against the rules of the platform before it is sent, because the platform
 * answers most mistakes with one general code, or with silence.
 * <p>
 * Cards of the JSON 2.0 structure are checked in full, typed or raw. For the 1.0
 * structure, which ignores what it does not know, only the rules are checked that the
 * platform is known to enforce, and for references to templates only those of the whole.
 *
 * @see CardRule
 */
public final class CardValidator {

	/**
	 * Makes a validator; one is enough.
	 */
	public CardValidator() {
	}

	/**
	 * Finds every rule that a card breaks.
	 * @param card any card
	 * @param target who will see it
	 * @return in the order of the card; empty if it breaks none
	 */
	public List<CardViolation> validate(CardContent card, CardTarget target) {
		return validate(card, RawCard.tree(card), target);
	}

	/**
	 * Finds every rule that a card breaks.
	 * @param origin the card as the application made it; the values of what is typed were
	 * checked when it was made
	 * @param card what becomes of it
	 * @param target who will see it
	 */
	List<CardViolation> validate(CardContent origin, JsonNode card, CardTarget target) {
		List<CardViolation> violations = new ArrayList<>();
		if (card.path("schema").stringValue("").equals(Card.SCHEMA)) {
			checkCard(origin, card, target, violations);
		}
		else {
			CardChecks.ofSize(card, violations);
			checkKind(card, target, violations);
		}
		return violations;
	}

	private static void checkCard(CardContent origin, JsonNode card, CardTarget target,
			List<CardViolation> violations) {
		if (!(origin instanceof Card typed) || !typed.isFullyTyped()) {
			CardReader.check(card, violations);
		}
		CardChecks.ofJson2(card, target, violations);
	}

	/** For what is no card of JSON 2.0. */
	private static void checkKind(JsonNode card, CardTarget target, List<CardViolation> violations) {
		String type = card.path("type").asString("");
		if (type.equals("template")) {
			checkReference(card, "template_id", violations);
		}
		else if (type.equals("card") && card.has("data")) {
			if (target == CardTarget.EPHEMERAL) {
				violations.add(new CardViolation("type", CardRule.TEMPLATE,
						"refers to a card entity, which everybody would see"));
			}
			else {
				checkReference(card, "card_id", violations);
			}
		}
		else if (!card.has("schema") && !card.has("elements") && !card.has("body")) {
			checkWrapper(card, target, violations);
		}
		else {
			checkOlder(card, target, violations);
		}
	}

	private static void checkWrapper(JsonNode card, CardTarget target, List<CardViolation> violations) {
		if (card.has("card")) {
			violations
				.add(new CardViolation("card", CardRule.WRAPPED, "wraps the card, or holds the card as a string"));
		}
		else if (card.has("dsl")) {
			violations.add(new CardViolation("dsl", CardRule.WRAPPED, "is a card within a file of the card builder; "
					+ "publish it as a template, or read the file with CardFiles, which fills its variables"));
		}
		else if (card.has("content") && (card.has("receive_id") || card.has("msg_type"))) {
			violations.add(new CardViolation("content", CardRule.WRAPPED, "is a card within the body of a request"));
		}
		else {
			checkOlder(card, target, violations);
		}
	}

	private static void checkOlder(JsonNode card, CardTarget target, List<CardViolation> violations) {
		if (card.has("body")) {
			violations.add(new CardViolation("schema", CardRule.SCHEMA, "is not \"2.0\""));
			return;
		}
		if (card.has("schema") && !card.path("schema").asString("").equals("1.0")) {
			violations.add(new CardViolation("schema", CardRule.INVALID_VALUE, "is neither \"2.0\" nor \"1.0\""));
		}
		CardChecks.ofJson1(card, target, violations);
	}

	private static void checkReference(JsonNode card, String property, List<CardViolation> violations) {
		JsonNode id = card.path("data").path(property);
		if (!id.isString() || id.asString().isBlank()) {
			violations.add(new CardViolation("data." + property, CardRule.TEMPLATE, "is not set"));
		}
	}

}
