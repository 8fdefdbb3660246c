package io.ephemeral.feishu.card.check;

import java.util.HashMap;
import java.util.Map;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;

/**
 * Values of a property that may not come twice in a card.
 */
final class UniqueValues {

	private final String property;

	private final CardRule rule;

	/** Where each value came first. */
	private final Map<String, CardPath> places = new HashMap<>();

	UniqueValues(String property, CardRule rule) {
		this.property = property;
		this.rule = rule;
	}

	/** Adds a value that is known to be harmless so far. */
	void add(String value, Visit visit) {
		if (!this.places.containsKey(value)) {
			this.places.put(value, visit.path().copy());
		}
	}

	/** Adds a value, which must be a new one. */
	void check(String value, Visit visit, Violations violations) {
		CardPath there = this.places.putIfAbsent(value, visit.path().copy());
		if (there != null) {
			violations.add(visit.place(this.property), this.rule, "is the same as " + there.of(this.property));
		}
	}

}
