package io.ephemeral.feishu.card;

import java.util.HashMap;
import java.util.Objects;
import java.util.function.Consumer;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON into the card model without loss. A value that its property does not take is
 * kept as it came, and reported as a {@link Problem}.
 */
final class CardReader {

	private static final RecordType CARD = new RecordType(Card.class, new HashMap<>());

	private CardReader() {
	}

	static Card read(JsonNode json) {
		if (!json.path("schema").stringValue("").equals(Card.SCHEMA)) {
			throw new InvalidCardException(
					"The card has no \"schema\": \"2.0\"; cards of the 1.0 structure and templates are read by RawCard.parse");
		}
		return (Card) Objects.requireNonNull(CARD.read(json, Reading.silent()), "a card takes every object");
	}

	/** Reads for the problems only. */
	static void check(JsonNode json, Consumer<Problem> problems) {
		CARD.read(json, new Reading(problems));
	}

	/**
	 * What the model does not take.
	 *
	 * @param path where, such as {@code body.elements[2].width}
	 * @param rule which rule it breaks
	 * @param expectation what it must be, as the rest of a sentence
	 */
	record Problem(String path, CardRule rule, String expectation) {
	}

	/** One run over a card: where it is, and whom to tell. */
	static final class Reading {

		private final CardPath path = new CardPath();

		private final Consumer<Problem> problems;

		private Reading(Consumer<Problem> problems) {
			this.problems = problems;
		}

		static Reading silent() {
			return new Reading((problem) -> {
			});
		}

		CardPath path() {
			return this.path;
		}

		void report(CardRule rule, String expectation) {
			this.problems.accept(new Problem(this.path.toString(), rule, expectation));
		}

		void report(String property, CardRule rule, String expectation) {
			this.path.enter(property);
			report(rule, expectation);
			this.path.leave();
		}

	}

}
