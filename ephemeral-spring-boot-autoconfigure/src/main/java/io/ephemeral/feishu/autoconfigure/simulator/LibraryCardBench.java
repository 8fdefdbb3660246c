package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.card.source.CardDraft;
import io.ephemeral.feishu.card.source.CardSource;
import io.ephemeral.feishu.simulator.playground.CardBench;

/**
 * What this library knows about a card that a developer pastes into the playground.
 */
final class LibraryCardBench implements CardBench {

	private final CardPreparation preparation = new CardPreparation(CardMessages.none(), null, CardValidation.OFF);

	private final CardValidator validator = new CardValidator();

	@Override
	public Sheet read(String text, Map<String, String> values) {
		CardDraft draft;
		try {
			draft = CardDraft.parse(text);
		}
		catch (InvalidCardException ex) {
			return Sheet.refused(sentence(ex), List.of());
		}
		List<Placeholder> placeholders = draft.placeholders()
			.stream()
			.map((placeholder) -> placeholder(placeholder, values))
			.toList();
		try {
			return sheet(draft, draft.fill(values), text, placeholders);
		}
		catch (IllegalArgumentException | InvalidCardException ex) {
			return Sheet.refused(sentence(ex), placeholders);
		}
	}

	private static String sentence(RuntimeException ex) {
		String message = String.valueOf(ex.getMessage());
		return message.endsWith(".") ? message : message + ".";
	}

	private static Placeholder placeholder(CardDraft.Placeholder placeholder, Map<String, String> values) {
		String example = (placeholder.example() != null) ? placeholder.example() : placeholder.name();
		String value = values.getOrDefault(placeholder.name(), "");
		return new Placeholder(placeholder.name(), placeholder.type(), value.isEmpty() ? example : value);
	}

	private Sheet sheet(CardDraft draft, RawCard card, String text, List<Placeholder> placeholders) {
		List<Violation> violations = this.validator.validate(card, CardTarget.EPHEMERAL)
			.stream()
			.map(LibraryCardBench::violation)
			.toList();
		return new Sheet("", cards(draft, card), violations, placeholders, sources(draft, card, text));
	}

	private static Violation violation(CardViolation violation) {
		return new Violation(violation.path(), violation.severity().name().toLowerCase(Locale.ROOT),
				violation.problem(), violation.remedy());
	}

	private Map<String, String> cards(CardDraft draft, RawCard card) {
		Map<String, String> cards = new LinkedHashMap<>();
		cards.put("", this.preparation.forViewer(card, null).toJson());
		draft.languages()
			.forEach((language) -> cards.put(language.toLanguageTag(),
					this.preparation.forViewer(card, language).toJson()));
		return cards;
	}

	private static Map<String, String> sources(CardDraft draft, RawCard card, String text) {
		CardSource source = CardSource.of(card);
		Map<String, String> sources = new LinkedHashMap<>();
		sources.put("Java", source.toClass("PastedCard"));
		sources.put("Test", source.toTest("PastedCardTests"));
		sources.put(draft.isBuilderFile() ? "File pasted.card" : "File pasted.json", text);
		sources.put("Java for the file", draft.toReadingStatement("pasted"));
		sources.put("JSON", card.json().toPrettyString());
		return sources;
	}

}
