package io.ephemeral.feishu.system;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What the builders make is what the platform takes, whatever they are given.
 */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class BuiltCardsTests {

	private static ConfigurableApplicationContext application;

	private static SimulatedChat chat;

	@BeforeContainer
	static void start() {
		application = new SpringApplicationBuilder(TestApplication.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.run();
		chat = application.getBean(FeishuSimulator.class).createChat("ada");
	}

	@AfterContainer
	static void stop() {
		application.close();
	}

	@Property
	void cardWhenWrittenAndReadThenIsTheSame(@ForAll("ephemeralCards") Card card) {
		assertReadsAsWritten(card);
		assertBreaksNoRule(card, CardTarget.EPHEMERAL);
		assertBreaksNoRule(card, CardTarget.PUBLIC);
	}

	@Property(tries = 100)
	void cardWhenItHasSoundThenIsRightForEverybody(@ForAll("cardsWithSound") Card card) {
		assertReadsAsWritten(card);
		assertBreaksNoRule(card, CardTarget.PUBLIC);
	}

	@Property(tries = 250)
	void cardWhenSentThenIsAccepted(@ForAll("ephemeralCards") Card card) {
		EphemeralCardTemplate cards = application.getBean(EphemeralCardTemplate.class);

		assertThatCode(() -> cards.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), card))
			.as(card.toJson())
			.doesNotThrowAnyException();
	}

	@Provide
	static Arbitrary<Card> ephemeralCards() {
		return Cards.ephemeral();
	}

	@Provide
	static Arbitrary<Card> cardsWithSound() {
		return Cards.withSound();
	}

	private static void assertReadsAsWritten(Card card) {
		String json = card.toJson();
		Card read = Card.parse(json);

		assertThat(read).as(json).isEqualTo(card);
		assertThat(RawCard.parse(read.toJson())).isEqualTo(RawCard.parse(json));
	}

	/** As JSON, so that the validator does not know the typed card. */
	private static void assertBreaksNoRule(Card card, CardTarget target) {
		RawCard json = RawCard.parse(card.toJson());

		assertThat(new CardValidator().validate(json, target)).as(json.toJson())
			.noneMatch((violation) -> violation.severity() == Severity.ERROR);
	}

}
