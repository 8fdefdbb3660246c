package io.ephemeral.feishu.card.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.ephemeral.feishu.FeishuException;

/**
 * Exception for a card that breaks a known rule. Nothing was sent.
 */
public class InvalidCardException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Maximum number of violations in the message, errors first; {@link #violations()}
	 * returns all.
	 */
	private static final int MOST_SHOWN = 20;

	private final transient List<CardViolation> violations;

	/**
	 * Creates an exception for a text that is not a card.
	 * @param message description of the problem
	 */
	public InvalidCardException(String message) {
		super(message);
		this.violations = List.of();
	}

	/**
	 * Creates an exception with the broken rules of a card.
	 * @param violations violations of the card, at least one
	 */
	public InvalidCardException(List<CardViolation> violations) {
		super(violations.stream()
			.sorted(Comparator.comparing(CardViolation::severity))
			.limit(MOST_SHOWN)
			.map((violation) -> "\n- " + violation.severity().name().toLowerCase(Locale.ROOT) + ": " + violation)
			.collect(Collectors.joining("", "The card was not sent:", rest(violations.size()))));
		this.violations = List.copyOf(violations);
	}

	/**
	 * Returns the violations of the card.
	 * @return errors and warnings in the order of the card; empty if the text is not a
	 * card, and after deserialization
	 */
	public List<CardViolation> violations() {
		return (this.violations != null) ? this.violations : List.of();
	}

	private static String rest(int size) {
		return (size > MOST_SHOWN) ? "\n- and " + (size - MOST_SHOWN) + " more" : "";
	}

}
