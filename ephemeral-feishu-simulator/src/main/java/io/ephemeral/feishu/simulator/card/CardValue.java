package io.ephemeral.feishu.simulator.card;

import tools.jackson.databind.JsonNode;

/**
 * The structure of a property of a card: scalar, object or list. Which scalars it takes
 * is left open, because the platform ignores or corrects most of the others.
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
	 * Any JSON object, which the platform passes on or reads by rules of its own.
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
	 * An object whose properties have any names, such as languages.
	 */
	static CardValue mapOf(CardValue item) {
		return (value, place) -> {
			anyObject().check(value, place);
			value.properties().forEach((entry) -> item.check(entry.getValue(), place.property(entry.getKey())));
		};
	}

}
