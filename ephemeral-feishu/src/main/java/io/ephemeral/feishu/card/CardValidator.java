package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.card.check.CardChecks;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import tools.jackson.databind.JsonNode;

/**
 * Validator that checks a card against the rules of the platform before it is sent. The
 * platform itself responds to most mistakes with one general code, or with no error at
 * all.
 * <p>
 * Cards of the JSON 2.0 structure are checked in full, whether they are typed or raw. The
 * 1.0 structure ignores unknown properties, so only the rules that the platform is known
 * to enforce are checked for it. For references to templates, only the rules for the card
 * as a whole are checked.
 *
 * @see CardRule
 */
public final class CardValidator {

	/**
	 * Creates a validator. An application needs only one.
	 */
	public CardValidator() {
	}

	/**
	 * Finds all violations of a card.
	 * @param card any card
	 * @param target audience of the card
	 * @return the violations in the order of the card; empty if the card breaks no rule
	 */
	public List<CardViolation> validate(CardContent card, CardTarget target) {
		CardContent typed = CardPreparation.composed(card, target);
		return validate(typed, RawCard.tree(typed), target);
	}

	/**
	 * Finds all violations of a card.
	 * @param origin card of the application; the values of a typed card were checked at
	 * its creation
	 * @param card prepared JSON of the card
	 * @param target audience of the card
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

	/** Checks JSON that is not a card of the JSON 2.0 structure. */
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
			violations.add(new CardViolation("card", CardRule.WRAPPED, "contains the card, as an object or a string"));
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
