package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Objects;

import io.ephemeral.feishu.card.json.PartReader;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of cards, which converts all JSON to the card model. A value that its property
 * does not accept stays unchanged.
 */
final class CardReader {

	private static final PartReader<Card> CARDS = PartReader.of(Card.class);

	private CardReader() {
	}

	static Card read(JsonNode json) {
		if (!json.path("schema").stringValue("").equals(Card.SCHEMA)) {
			throw new InvalidCardException(
					"The card has no \"schema\": \"2.0\"; read cards of the 1.0 structure and templates with RawCard.parse");
		}
		return Objects.requireNonNull(CARDS.read(json), "a card can be read from every JSON object");
	}

	/**
	 * Reads a card and reports what does not fit the model.
	 * @param json card of the JSON 2.0 structure
	 * @param violations list to which violations are added
	 */
	static void check(JsonNode json, List<CardViolation> violations) {
		CARDS.check(json, new ModelViolations(violations));
	}

}
