package io.ephemeral.feishu.card.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;

/**
 * Violations found so far, for the rules that count in a card of its structure.
 */
final class Violations {

	/** Rules that the platform also enforces in cards of the JSON 1.0 structure. */
	private static final Set<CardRule> RULES_OF_JSON_1 = EnumSet.of(CardRule.ELEMENTS, CardRule.TABLES,
			CardRule.MANY_TABLES, CardRule.NAME_REQUIRED, CardRule.NAME_UNIQUE, CardRule.OPTION_EMPTY, CardRule.AUDIO);

	private static final Set<CardRule> ALL_RULES = EnumSet.allOf(CardRule.class);

	private final List<CardViolation> found;

	private final Set<CardRule> rules;

	private final String place;

	private Violations(List<CardViolation> found, Set<CardRule> rules, String place) {
		this.found = found;
		this.rules = rules;
		this.place = place;
	}

	static Violations ofJson2(List<CardViolation> found) {
		return new Violations(found, ALL_RULES, "");
	}

	static Violations ofJson1(List<CardViolation> found) {
		return new Violations(found, RULES_OF_JSON_1, "");
	}

	/** The same for a part of the card that counts for itself. */
	Violations at(String place) {
		return new Violations(this.found, this.rules, place);
	}

	void add(String path, CardRule rule, String problem) {
		if (this.rules.contains(rule)) {
			this.found.add(new CardViolation(path, rule, problem));
		}
	}

	/** Adds a violation of the card as a whole. */
	void add(CardRule rule, String problem) {
		add(this.place, rule, problem);
	}

}
