package io.ephemeral.feishu.simulator.card;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Place in a card.
 *
 * @param violations receiver of the mistakes
 * @param path path from the card, such as {@code body.elements[2].name}; empty for the
 * card
 * @param steps path as the platform writes it: {@code ROOT}, {@code body},
 * {@code elements}, {@code [2](tag: input)}, {@code name}
 */
record CardPlace(List<CardViolation> violations, String path, List<String> steps) {

	static CardPlace start(List<CardViolation> violations) {
		return new CardPlace(violations, "", List.of("ROOT"));
	}

	CardPlace property(String name) {
		return at(this.path.isEmpty() ? name : this.path + "." + name, name);
	}

	CardPlace item(int index, JsonNode item) {
		JsonNode tag = item.path("tag");
		String step = tag.isString() ? "[" + index + "](tag: " + tag.stringValue() + ")" : "[" + index + "]";
		return at(this.path + "[" + index + "]", step);
	}

	private CardPlace at(String path, String step) {
		List<String> steps = new ArrayList<>(this.steps);
		steps.add(step);
		return new CardPlace(this.violations, path, steps);
	}

	void refuse(CardError error, String explanation) {
		refuse(error, "", explanation);
	}

	/**
	 * Adds a mistake at this place.
	 * @param subject tag, name or id in the platform's text
	 */
	void refuse(CardError error, String subject, String explanation) {
		this.violations.add(new CardViolation(error, this.path, error.words(this, subject), explanation));
	}

	/**
	 * Adds a mistake in a property. The platform's text names the object around it.
	 */
	void refuseProperty(String property, CardError error, String subject, String explanation) {
		this.violations
			.add(new CardViolation(error, property(property).path(), error.words(this, subject), explanation));
	}

}
