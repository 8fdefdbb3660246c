package io.ephemeral.feishu.card;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.seal.ActionSealer;
import io.ephemeral.feishu.seal.SealPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardPreparationTests {

	private static final RawCard WITH_ERROR = RawCard.parse("""
			{ "schema": "2.0", "body": { "elements": [
			  { "tag": "markdown", "content": "<at id=ou_1></at> Salary", "element_id": "Bob's Salary" } ] } }""");

	private static final RawCard WITH_WARNING = RawCard.parse("""
			{ "schema": "2.0", "body": { "elements": [
			  { "tag": "markdown", "content": "<at id=ou_1></at> Salary" } ] } }""");

	private static final RawCard JSON_1 = RawCard.parse("{ \"elements\": [] }");

	private static final MessageId CLICKED = new MessageId("om_1");

	private final Logger logger = (Logger) LoggerFactory.getLogger(CardPreparation.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.log);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void preparationWhenItFailsThenTellsErrorsAndWarningsOnce() {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> prepare(WITH_ERROR, CardValidation.FAIL))
			.satisfies((ex) -> assertThat(ex.violations()).extracting(CardViolation::rule)
				.containsExactly(CardRule.MENTION, CardRule.ELEMENT_ID_FORMAT));
		assertThat(messages()).isEmpty();
	}

	@Test
	void preparationWhenItFailsOnErrorsThenWarningsAreDebugOutput() {
		assertThat(prepare(WITH_WARNING, CardValidation.FAIL)).isEqualTo(WITH_WARNING);
		assertThat(messages())
			.containsExactly("DEBUG body.elements[0].content mentions a person, who gets no notification. "
					+ "Send a separate message if the person must get a notification.");
	}

	@Test
	void preparationWhenItWarnsThenLogsEverythingButTheCard() {
		assertThat(prepare(WITH_ERROR, CardValidation.WARN)).isEqualTo(WITH_ERROR);
		assertThat(messages()).hasSize(2)
			.allMatch((message) -> message.startsWith("WARN body.elements[0]."))
			.noneMatch((message) -> message.contains("Salary"));
	}

	@Test
	void preparationWhenOffThenSaysNothing() {
		assertThat(prepare(WITH_ERROR, CardValidation.OFF)).isEqualTo(WITH_ERROR);
		assertThat(messages()).isEmpty();
	}

	@Test
	void preparationWhenStandardThenFails() {
		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> CardPreparation.standard().forViewer(WITH_ERROR, null));
	}

	@Test
	void preparationWhenCardIsAsItShouldBeThenSaysNothing() {
		Card card = Card.builder().title("Lunch?").build();

		assertThat(prepare(card, CardValidation.WARN)).isEqualTo(RawCard.parse(card.toJson()));
		assertThat(messages()).isEmpty();
	}

	@Test
	void preparationWhenForGroupThenMessagesHaveTheirLanguagesAndOthersKeepTheirs() {
		CardMessages messages = (code, arguments, locale) -> locale.getLanguage().equals("zh") ? "午饭？" : "Lunch?";
		RawCard card = RawCard.parse("""
				{"schema": "2.0", "body": {"elements": [
				  {"tag": "markdown", "message": {"code": "lunch"}},
				  {"tag": "markdown", "content": "Tea", "i18n_content": {"fr_fr": "Thé"}}]}}
				""");

		RawCard prepared = new CardPreparation(messages, Locale.US, CardValidation.FAIL).forGroup(card);

		assertThat(prepared).isEqualTo(RawCard.parse("""
				{"schema": "2.0", "body": {"elements": [
				  {"tag": "markdown", "content": "Lunch?",
				   "i18n_content": {"en_us": "Lunch?", "zh_cn": "午饭？", "zh_hk": "午饭？", "zh_tw": "午饭？"}},
				  {"tag": "markdown", "content": "Tea", "i18n_content": {"fr_fr": "Thé"}}]}}
				"""));
	}

	@Test
	void preparationWhenForGroupAndMessageHasOneLanguageThenIsPlain() {
		RawCard card = RawCard.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "markdown", "message": {"code": "lunch"}}]}}
				""");

		RawCard prepared = new CardPreparation((code, arguments, locale) -> "Lunch?", null, CardValidation.FAIL)
			.forGroup(card);

		assertThat(prepared).isEqualTo(RawCard.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "markdown", "content": "Lunch?"}]}}
				"""));
	}

	@Test
	void preparationWhenSameCardComesAgainThenIsDoneOnce() {
		CardPreparation preparation = CardPreparation.standard();
		Card card = Card.builder().title("Lunch?").build();

		RawCard prepared = preparation.forViewer(card, null);

		assertThat(preparation.forViewer(card, null)).isSameAs(prepared);
		assertThat(preparation.forViewer(Card.builder().title("Tea?").build(), null)).isNotEqualTo(prepared);
		assertThat(preparation.forViewer(card, null)).isEqualTo(prepared);
	}

	@Test
	void preparationWhenSameCardComesInOtherLanguageThenIsDoneAnew() {
		CardPreparation preparation = CardPreparation.standard();
		RawCard card = RawCard.parse("""
				{ "elements": [ { "tag": "div", "text": { "tag": "plain_text", "content": "Lunch?",
				  "i18n": { "zh_cn": "午饭？" } } } ] }""");

		assertThat(preparation.forViewer(card, null)).isEqualTo(card);
		assertThat(preparation.forViewer(card, Locale.SIMPLIFIED_CHINESE).toJson()).contains("午饭")
			.doesNotContain("Lunch");
	}

	@Test
	void preparationWhenMessageChangesThenSameCardChanges() {
		Deque<String> texts = new ArrayDeque<>(List.of("Lunch?", "Tea?"));
		CardPreparation preparation = new CardPreparation((code, arguments, locale) -> texts.remove(), Locale.ENGLISH,
				CardValidation.FAIL);
		Card card = Card.builder().header(Header.of(PlainText.message("question"))).build();

		assertThat(preparation.forViewer(card, null).toJson()).contains("Lunch?");
		assertThat(preparation.forViewer(card, null).toJson()).contains("Tea?");
	}

	@Test
	void preparationWhenSameCardWarnsThenWarnsEachTime() {
		CardPreparation preparation = new CardPreparation(CardMessages.none(), null, CardValidation.WARN);

		preparation.forViewer(WITH_WARNING, null);
		preparation.forViewer(WITH_WARNING, null);

		assertThat(messages()).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("cardsOfJson2")
	void replyWhenJson1AfterJson2ThenIsRefused(CardContent shown) {
		CardPreparation preparation = CardPreparation.standard();
		preparation.shown(CLICKED, shown);

		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> preparation.forReply(JSON_1, null, CLICKED))
			.withMessageContaining("200830");
	}

	private static List<CardContent> cardsOfJson2() {
		return List.of(Card.builder().build(), RawCard.parse("{\"schema\": \"2.0\"}"), WITH_WARNING);
	}

	@ParameterizedTest
	@MethodSource("cardsOfOtherJson")
	void replyWhenClickedCardIsNotKnownAsJson2ThenAnyIsReady(CardContent shown) {
		CardPreparation preparation = CardPreparation.standard();
		preparation.shown(CLICKED, shown);

		assertThat(preparation.forReply(JSON_1, null, CLICKED)).isEqualTo(JSON_1);
		assertThat(preparation.forReply(JSON_1, null, null)).isEqualTo(JSON_1);
	}

	private static List<CardContent> cardsOfOtherJson() {
		return List.of(JSON_1, RawCard.parse("{\"schema\": \"1.0\"}"), RawCard.parse("{\"schema\": null}"),
				TemplateCard.of("AAqigYkzabcef"));
	}

	@Test
	void replyWhenTemplateOrOfTheSameJsonThenIsReady() {
		CardPreparation preparation = CardPreparation.standard();
		preparation.shown(CLICKED, WITH_WARNING);

		assertThat(preparation.forReply(TemplateCard.of("AAqigYkzabcef"), null, CLICKED).toJson()).contains("template");
		assertThat(preparation.forReply(WITH_WARNING, null, CLICKED)).isEqualTo(WITH_WARNING);
	}

	@Test
	void replyWhenEarlierReplyWasOfJson2ThenJson1IsRefused() {
		CardPreparation preparation = CardPreparation.standard();
		preparation.forReply(WITH_WARNING, null, CLICKED);

		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> preparation.forReply(JSON_1, null, CLICKED));
		assertThat(preparation.forReply(JSON_1, null, new MessageId("om_2"))).isEqualTo(JSON_1);
	}

	@Test
	void replyWhenValidationWarnsOrIsOffThenCardIsReady() {
		CardPreparation warning = new CardPreparation(CardMessages.none(), null, CardValidation.WARN);
		warning.shown(CLICKED, WITH_WARNING);
		CardPreparation off = new CardPreparation(CardMessages.none(), null, CardValidation.OFF);
		off.shown(CLICKED, WITH_WARNING);

		assertThat(off.forReply(JSON_1, null, CLICKED)).isEqualTo(JSON_1);
		assertThat(messages()).isEmpty();
		assertThat(warning.forReply(JSON_1, null, CLICKED)).isEqualTo(JSON_1);
		assertThat(messages()).singleElement().asString().startsWith("WARN The reply to a click is a card of JSON 1.0");
	}

	@Test
	void sealedWhenSealsMakeCardTooLargeThenFails() {
		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> seal(cardOfSeals(50), CardValidation.FAIL))
			.satisfies(
					(ex) -> assertThat(ex.violations()).extracting(CardViolation::rule).containsExactly(CardRule.SIZE));
	}

	@Test
	void sealedWhenItOnlyWarnsThenLogsTheSize() {
		assertThat(seal(cardOfSeals(50), CardValidation.WARN)).isNotNull();
		assertThat(messages()).singleElement().asString().startsWith("WARN The card has ").contains("more than 30720");
	}

	@Test
	void sealedWhenCardIsSmallEnoughOrNotCheckedThenIsSealed() {
		assertThat(seal(cardOfSeals(30), CardValidation.FAIL)).isNotNull();
		assertThat(seal(cardOfSeals(50), CardValidation.OFF)).isNotNull();
		assertThat(messages()).isEmpty();
	}

	private static RawCard seal(Card card, CardValidation validation) {
		CardPreparation preparation = new CardPreparation(CardMessages.none(), null, validation,
				new ActionSealer(new AppCredentials("cli_1", "secret")));
		return preparation.sealed(preparation.forViewer(card, null), new SealPlace(null, null)).block();
	}

	/** A card of 50 seals is smaller than 30 KB before it is sealed, and larger then. */
	private static Card cardOfSeals(int number) {
		Card.Builder card = Card.builder();
		for (int index = 0; index < number; index++) {
			card.add(Button.builder("Go").callback(new Go("x".repeat(400)), Seal.forAnyone()));
		}
		return card.build();
	}

	private static RawCard prepare(CardContent card, CardValidation validation) {
		return new CardPreparation(CardMessages.none(), null, validation).forViewer(card, null);
	}

	private List<String> messages() {
		return this.log.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

	record Go(String state) implements TypedAction {
	}

}
