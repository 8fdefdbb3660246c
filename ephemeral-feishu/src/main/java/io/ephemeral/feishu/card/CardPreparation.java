package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.card.check.CardChecks;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.seal.ActionSealer;
import io.ephemeral.feishu.seal.SealPlace;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Preparation of a card before it is sent. The card is localized for its viewer, checked,
 * and then sealed for its place.
 */
public final class CardPreparation {

	private static final Log logger = LogFactory.getLog(CardPreparation.class);

	private static final int REMEMBERED = 10_000;

	private static final String OLDER_REPLY = "The reply to a click is a card of JSON 1.0, but the clicked card is of"
			+ " JSON 2.0. The Feishu client refuses this change with the code 200830; reply with a card whose schema is 2.0";

	private final CardMessages messages;

	private final @Nullable Locale defaultLocale;

	private final CardValidation validation;

	private final @Nullable ActionSealer sealer;

	private final CardValidator validator = new CardValidator();

	private final RecentMessages shownInJson2 = new RecentMessages(REMEMBERED);

	/**
	 * Last prepared card, because an application often sends a card to several members in
	 * turn.
	 */
	private volatile @Nullable Prepared last;

	/**
	 * Creates a preparation with the settings of an application, for cards without sealed
	 * actions.
	 * @param messages texts of the application
	 * @param defaultLocale language if none is requested or the requested one is not
	 * available; the plain contents are used when absent
	 * @param validation treatment of a card that breaks a rule
	 */
	public CardPreparation(CardMessages messages, @Nullable Locale defaultLocale, CardValidation validation) {
		this(messages, defaultLocale, validation, null);
	}

	/**
	 * Creates a preparation with the settings of an application.
	 * @param messages texts of the application
	 * @param defaultLocale language if none is requested or the requested one is not
	 * available; the plain contents are used when absent
	 * @param validation treatment of a card that breaks a rule
	 * @param sealer sealer of actions; without one, a card with a sealed action cannot be
	 * sent
	 */
	public CardPreparation(CardMessages messages, @Nullable Locale defaultLocale, CardValidation validation,
			@Nullable ActionSealer sealer) {
		this.messages = messages;
		this.defaultLocale = defaultLocale;
		this.validation = validation;
		this.sealer = sealer;
	}

	/**
	 * Returns a preparation without messages and languages, which fails on errors.
	 * @return the default preparation of templates that an application creates itself
	 */
	public static CardPreparation standard() {
		return new CardPreparation(CardMessages.none(), null, CardValidation.FAIL);
	}

	/**
	 * Prepares a card for one member of a group. A requested language becomes the member
	 * {@code locale} of each value that the platform returns with a click, unless the
	 * value has this member.
	 * @param card any card
	 * @param locale language of the viewer; the default one when absent
	 * @return the card in that language
	 * @throws InvalidCardException if the card breaks a rule and the validation fails on
	 * errors
	 */
	public RawCard forViewer(CardContent card, @Nullable Locale locale) {
		Prepared last = this.last;
		if (last != null && last.isOf(card, locale)) {
			return last.result();
		}
		CardContent typed = composed(card, CardTarget.EPHEMERAL);
		JsonNode tree = RawCard.tree(typed);
		CardLocalizer localizer = new CardLocalizer(this.messages, locale, this.defaultLocale);
		RawCard prepared = RawCard.wrap(localizer.localize(tree));
		boolean faultless = check(typed, tree, prepared, CardTarget.EPHEMERAL);
		// Messages and the variables of a template may change.
		if (faultless && !localizer.usesMessages() && !(card instanceof TemplateCard)) {
			this.last = new Prepared(card, locale, prepared);
		}
		return prepared;
	}

	/**
	 * Prepares a card that replaces a clicked card.
	 * @param card any card
	 * @param locale language of the viewer; the default one when absent
	 * @param clicked message of the clicked card; null if it is unknown
	 * @return the card in that language
	 * @throws InvalidCardException if the card breaks a rule and the validation fails on
	 * errors, or if the card has the JSON 1.0 structure although the clicked card is
	 * {@linkplain #shown known} to have the JSON 2.0 structure
	 */
	public RawCard forReply(CardContent card, @Nullable Locale locale, @Nullable MessageId clicked) {
		RawCard prepared = forViewer(card, locale);
		if (clicked == null || this.validation == CardValidation.OFF) {
			return prepared;
		}
		if (isOfJson1(prepared) && this.shownInJson2.contains(clicked)) {
			InvalidCardException violation = new InvalidCardException(OLDER_REPLY);
			if (this.validation == CardValidation.FAIL) {
				throw violation;
			}
			logger.warn(violation.getMessage());
		}
		shown(clicked, prepared);
		return prepared;
	}

	/**
	 * Remembers the structure of a card that is shown, so that a reply with another
	 * structure is found before the client refuses it. The structures of the last 10,000
	 * cards are remembered.
	 * @param message message that shows the card
	 * @param card card that the message shows
	 */
	public void shown(MessageId message, CardContent card) {
		if (isOfJson2(card)) {
			this.shownInJson2.add(message);
		}
	}

	private static boolean isOfJson1(RawCard card) {
		return !isOfJson2(card) && !card.value().path("type").asString("").equals("template");
	}

	private static boolean isOfJson2(CardContent card) {
		return card instanceof Card || card instanceof ComposedCard
				|| (card instanceof RawCard raw && raw.value().path("schema").asString("").equals("2.0"));
	}

	/**
	 * Prepares a card for all members of a chat. Texts in several languages keep all of
	 * them, because the platform shows such a card to each reader in the reader's
	 * language. Messages are added in all languages of the application.
	 * @param card any card
	 * @return the prepared card
	 * @throws InvalidCardException if the card breaks a rule and the validation fails on
	 * errors
	 */
	public RawCard forGroup(CardContent card) {
		CardContent typed = composed(card, CardTarget.PUBLIC);
		JsonNode tree = RawCard.tree(typed);
		RawCard prepared = RawCard.wrap(CardLocalizer.forGroup(this.messages, this.defaultLocale).localize(tree));
		check(typed, tree, prepared, CardTarget.PUBLIC);
		return prepared;
	}

	/** Returns the card that composed content creates for an audience; else the card. */
	static CardContent composed(CardContent card, CardTarget target) {
		return (card instanceof ComposedCard composed) ? composed.compose(target) : card;
	}

	/**
	 * Seals the actions of a prepared card.
	 * @param card result of another method of this class
	 * @param place place of the card, where clicks are allowed
	 * @return the card with sealed actions, each time others; the same card if there is
	 * nothing to seal. Or an {@link InvalidCardException} if a sealed action is too large
	 * for a card, or if the card is too large with its seals and the validation fails on
	 * errors; and an {@link IllegalStateException} without a sealer
	 */
	public Mono<RawCard> sealed(CardContent card, SealPlace place) {
		JsonNode tree = RawCard.tree(card);
		if (!ActionSealer.isNeededFor(tree)) {
			return Mono.just((card instanceof RawCard raw) ? raw : RawCard.wrap(tree));
		}
		return (this.sealer != null) ? this.sealer.seal(tree, place).doOnNext(this::checkSize).map(RawCard::wrap)
				: Mono.error(() -> new IllegalStateException("The card has a sealed action, but there is no app secret"
						+ " to seal it with; give an ActionSealer to the CardPreparation"));
	}

	/**
	 * Checks a card. The values of a typed card were checked at its creation, but its
	 * messages were not.
	 * @return true if the card breaks no rule
	 */
	@SuppressWarnings("ReferenceEquality")
	private boolean check(CardContent card, JsonNode tree, RawCard prepared, CardTarget target) {
		if (this.validation == CardValidation.OFF) {
			return true;
		}
		List<CardViolation> violations = this.validator.validate((prepared.value() == tree) ? card : prepared,
				prepared.value(), target);
		report(violations);
		return violations.isEmpty();
	}

	/** Checks the size again, because a seal is longer than what it seals. */
	private void checkSize(JsonNode sealed) {
		if (this.validation != CardValidation.OFF) {
			List<CardViolation> violations = new ArrayList<>();
			CardChecks.ofSize(sealed, violations);
			report(violations);
		}
	}

	private void report(List<CardViolation> violations) {
		if (this.validation == CardValidation.FAIL
				&& violations.stream().anyMatch((violation) -> violation.severity() == Severity.ERROR)) {
			throw new InvalidCardException(violations);
		}
		for (CardViolation violation : violations) {
			log(violation);
		}
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
	 * Prepared card that does not depend on its viewer, except for the requested
	 * language.
	 */
	private record Prepared(CardContent card, @Nullable Locale locale, RawCard result) {

		@SuppressWarnings("ReferenceEquality")
		boolean isOf(CardContent card, @Nullable Locale locale) {
			return this.card == card && Objects.equals(this.locale, locale);
		}

	}

}
