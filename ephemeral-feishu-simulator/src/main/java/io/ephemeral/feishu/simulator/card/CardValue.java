package io.ephemeral.feishu.simulator.card;

import tools.jackson.databind.JsonNode;

/**
 * Structure of a property of a card: scalar, object or list. It accepts any scalar,
 * because the platform ignores or corrects most wrong ones.
 */
@FunctionalInterface
interface CardValue {

	void check(JsonNode value, CardPlace place);

	static CardValue scalar() {
		return (value, place) -> {
			if (value.isContainer()) {
				place.refuse(CardError.WRONG_STRUCTURE, "must be a string, a number or a boolean");
			}
		};
	}

	/**
	 * Creates any JSON object, which the platform passes on or reads by other rules.
	 */
	static CardValue anyObject() {
		return (value, place) -> {
			if (!value.isObject()) {
				place.refuse(CardError.WRONG_STRUCTURE, "must be an object");
			}
		};
	}

	static CardValue scalarOr(CardValue structure) {
		return (value, place) -> {
			if (value.isContainer()) {
				structure.check(value, place);
			}
		};
	}

	static CardValue listOf(CardValue item) {
		return (value, place) -> {
			if (!value.isArray()) {
				place.refuse(CardError.WRONG_STRUCTURE, "must be a list");
				return;
			}
			for (int i = 0; i < value.size(); i++) {
				item.check(value.path(i), place.item(i, value.path(i)));
			}
		};
	}

	/**
	 * Creates an object with properties of any names, such as languages.
	 */
	static CardValue mapOf(CardValue item) {
		return (value, place) -> {
			anyObject().check(value, place);
			value.properties().forEach((entry) -> item.check(entry.getValue(), place.property(entry.getKey())));
		};
	}

}
