package io.ephemeral.feishu.card.check;

import java.util.List;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import tools.jackson.databind.JsonNode;

/**
 * All checks of a card as a tree, for one target.
 */
public final class CardChecks {

	/** 30 KB, read in favor of the card. */
	private static final int MAX_SIZE = 30 * 1024;

	private final JsonNode card;

	private final CardTarget target;

	private final List<CardViolation> found;

	private CardChecks(JsonNode card, CardTarget target, List<CardViolation> found) {
		this.card = card;
		this.target = target;
		this.found = found;
	}

	/**
	 * Checks a card of the JSON 2.0 structure.
	 * @param card the card
	 * @param target who will see it
	 * @param found violations found so far; takes the others, and is put into the order
	 * of the card
	 */
	public static void ofJson2(JsonNode card, CardTarget target, List<CardViolation> found) {
		new CardChecks(card, target, found).checkCard();
	}

	/**
	 * Checks a card of the JSON 1.0 structure.
	 * @param card the card
	 * @param target who will see it
	 * @param found violations found so far; takes the others, and is put into the order
	 * of the card
	 */
	public static void ofJson1(JsonNode card, CardTarget target, List<CardViolation> found) {
		new CardChecks(card, target, found).checkLanguages();
	}

	/**
	 * Checks the size of anything that is sent as a card.
	 * @param json a card of any structure, or a reference to one
	 * @param found takes the violation
	 */
	public static void ofSize(JsonNode json, List<CardViolation> found) {
		checkSize(JsonSize.of(json), found);
	}

	private static void checkSize(int bytes, List<CardViolation> found) {
		if (bytes > MAX_SIZE) {
			found.add(new CardViolation("", CardRule.SIZE, "has " + bytes + " bytes, more than " + MAX_SIZE));
		}
	}

	private void checkCard() {
		CardWalk walk = walk(new LimitChecks(), Violations.ofJson2(this.found));
		walk.visitCard();
		walk.end();
		checkSize(walk.size(), this.found);
		CardOrder.sort(this.found, this.card);
	}

	/** Each language counts for itself, together with the header. */
	private void checkLanguages() {
		Violations violations = Violations.ofJson1(this.found);
		LimitChecks limits = new LimitChecks();
		CardWalk walk = walk(limits, violations);
		walk.visit("header");
		LimitChecks header = limits.copy();
		walk.visit("elements");
		walk.end();
		CardPath languages = new CardPath();
		languages.enter("i18n_elements");
		for (String language : this.card.path("i18n_elements").propertyNames()) {
			CardWalk another = walk(header.copy(), violations.at(languages.of(language)));
			another.visit("i18n_elements", language);
			another.end();
		}
		CardOrder.sort(this.found, this.card);
	}

	private CardWalk walk(LimitChecks limits, Violations violations) {
		return new CardWalk(this.card, new AllChecks(this.card, this.target, limits), violations);
	}

}
