package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.ephemeral.feishu.card.CardViolation.Severity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happens to a card before it is sent: it is put into the language of its viewer,
 * then checked.
 */
public final class CardPreparation {

	private static final Log logger = LogFactory.getLog(CardPreparation.class);

	private final CardMessages messages;

	private final @Nullable Locale defaultLocale;

	private final CardValidation validation;

	private final CardValidator validator = new CardValidator();

	/** A card often goes to one member after the other. */
	private volatile @Nullable Prepared last;

	/**
	 * Prepares cards in the manner of an application.
	 * @param messages texts by codes
	 * @param defaultLocale language where none is asked for, or the asked one is not
	 * there; the plain contents when absent
	 * @param validation what happens to a card that breaks a rule
	 */
	public CardPreparation(CardMessages messages, @Nullable Locale defaultLocale, CardValidation validation) {
		this.messages = messages;
		this.defaultLocale = defaultLocale;
		this.validation = validation;
	}

	/**
	 * Prepares cards without messages and languages, and fails on errors.
	 * @return the default of templates that are built by hand
	 */
	public static CardPreparation standard() {
		return new CardPreparation(CardMessages.none(), null, CardValidation.FAIL);
	}

	/**
	 * Makes a card ready to be sent to one member of a group.
	 * @param card any card
	 * @param locale language of the viewer; the default one when absent
	 * @return the card in that language
	 * @throws InvalidCardException if the card breaks a rule and that is to fail
	 */
	@SuppressWarnings("ReferenceEquality")
	public RawCard forViewer(CardContent card, @Nullable Locale locale) {
		Prepared last = this.last;
		if (last != null && last.isOf(card, locale)) {
			return last.result();
		}
		JsonNode tree = CardMapper.tree(card);
		JsonNode localized = new CardLocalizer(this.messages, locale, this.defaultLocale).localize(tree);
		RawCard prepared = RawCard.wrap(localized);
		boolean faultless = check(card, tree, prepared, CardTarget.EPHEMERAL);
		// Messages may change, and so may the variables of a template.
		if (faultless && localized == tree && !(card instanceof TemplateCard)) {
			this.last = new Prepared(card, locale, prepared);
		}
		return prepared;
	}

	/**
	 * Makes a card ready to be sent to everybody in a chat. Texts that have several
	 * languages keep them, because the platform shows such a card to each reader in that
	 * reader's language; messages get all languages that the application has.
	 * @param card any card
	 * @return the card
	 * @throws InvalidCardException if the card breaks a rule and that is to fail
	 */
	public RawCard forGroup(CardContent card) {
		JsonNode tree = CardMapper.tree(card);
		RawCard prepared = RawCard.wrap(CardLocalizer.forGroup(this.messages, this.defaultLocale).localize(tree));
		check(card, tree, prepared, CardTarget.PUBLIC);
		return prepared;
	}

	/**
	 * Checks a card. The values of a typed one were checked when it was made, but not its
	 * messages.
	 * @return whether there is nothing to say of it
	 */
	@SuppressWarnings("ReferenceEquality")
	private boolean check(CardContent card, JsonNode tree, RawCard prepared, CardTarget target) {
		if (this.validation == CardValidation.OFF) {
			return true;
		}
		List<CardViolation> violations = this.validator.validate((prepared.value() == tree) ? card : prepared,
				prepared.value(), target);
		if (this.validation == CardValidation.FAIL
				&& violations.stream().anyMatch((violation) -> violation.severity() == Severity.ERROR)) {
			throw new InvalidCardException(violations);
		}
		for (CardViolation violation : violations) {
			log(violation);
		}
		return violations.isEmpty();
	}

	private void log(CardViolation violation) {
		if (this.validation == CardValidation.WARN) {
			logger.warn(violation);
		}
		else {
			logger.debug(violation);
		}
	}

	/**
	 * A card that does not depend on its viewer, beyond the language that was asked for.
	 */
	private record Prepared(CardContent card, @Nullable Locale locale, RawCard result) {

		@SuppressWarnings("ReferenceEquality")
		boolean isOf(CardContent card, @Nullable Locale locale) {
			return this.card == card && Objects.equals(this.locale, locale);
		}

	}

}
