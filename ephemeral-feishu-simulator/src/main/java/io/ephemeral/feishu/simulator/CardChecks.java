package io.ephemeral.feishu.simulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Reads cards as strictly as the documents do: JSON 2.0 completely, JSON 1.0 and
 * references to templates only as far as there is no doubt.
 */
final class CardChecks {

	private final JsonNode card;

	private final CardTarget target;

	private final CardReading reading;

	private CardChecks(JsonNode card, CardTarget target) {
		this.card = card;
		this.target = target;
		this.reading = new CardReading(card);
	}

	/**
	 * All rules that a card breaks, from top to bottom.
	 * @param card a card or a reference to one; a JSON object
	 */
	static List<CardViolation> violations(JsonNode card, CardTarget target) {
		CardChecks checks = new CardChecks(card, target);
		checks.check();
		return checks.reading.violations();
	}

	private void check() {
		CardPlace start = this.reading.start();
		JsonNode schema = this.card.path("schema");
		if (isReference()) {
			checkReference(start);
		}
		else if (schema.isMissingNode() && this.card.path("card").isObject()) {
			start.property("card").refuse("the card is wrapped; send what is inside of it");
		}
		else if (schema.isMissingNode() || schema.asString("").equals("1.0")) {
			checkFirstVersion(start);
		}
		else if (schema.isString() && schema.asString().equals("2.0")) {
			CardComponents.CARD.check(this.card, start);
			new CardRules(this.card, this.target, this.reading).check();
		}
		else {
			start.property("schema").refuse("must be the string 2.0, or 1.0");
		}
	}

	private boolean isReference() {
		JsonNode type = this.card.path("type");
		return type.asString("").equals("template") || (type.isString() && this.card.path("data").isObject());
	}

	private void checkReference(CardPlace start) {
		switch (this.card.path("type").asString()) {
			case "template" -> requireId(start, CardError.TEMPLATE_NOT_FOUND, "template_id");
			case "card" -> checkEntity(start);
			default -> start.property("type").refuse("must be template or card");
		}
	}

	private void checkEntity(CardPlace start) {
		if (this.target == CardTarget.EPHEMERAL) {
			// The documents do not list it for ephemeral cards: taken for unsupported.
			start.property("type").refuse("a card entity can not be sent as an ephemeral card");
		}
		else {
			requireId(start, CardError.INVALID, "card_id");
		}
	}

	private void requireId(CardPlace start, CardError error, String id) {
		if (this.card.path("data").path(id).asString("").isBlank()) {
			start.property("data").property(id).refuse(error, "is required");
		}
	}

	private void checkFirstVersion(CardPlace start) {
		boolean hasAudio = this.card.findValues("tag").stream().anyMatch((tag) -> tag.asString("").equals("audio"));
		if (hasAudio) {
			start.refuse(CardError.UNSUPPORTED_TAG, "audio needs JSON 2.0");
		}
	}

}
