package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardReplyWriterTests {

	private static final RawCard JSON_1 = RawCard.parse("{\"elements\": []}");

	private final CardPreparation preparation = new CardPreparation(
			(code, arguments, locale) -> locale.getLanguage().equals("zh") ? "谢谢" : "Thank you", Locale.ENGLISH,
			CardValidation.FAIL);

	private final CardReplyWriter writer = new CardReplyWriter(this.preparation);

	@Test
	void cardWhenItHasMessagesThenIsInTheLanguageOfTheClick() {
		Card card = Card.builder().header(Header.of(PlainText.message("thanks"))).build();

		assertThat(write(card, "\"value\": {\"locale\": \"zh-CN\"}")).contains("谢谢").doesNotContain("Thank you");
		assertThat(write(card, "\"name\": \"save\"")).contains("Thank you").doesNotContain("i18n");
	}

	@Test
	void cardWhenEphemeralCardsCannotHoldItThenIsRefused() {
		RawCard card = RawCard.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "audio", "file_key": "file_v3_1"}]}}""");

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> write(card, "\"name\": \"save\""))
			.satisfies((ex) -> assertThat(ex.violations()).extracting(CardViolation::rule).contains(CardRule.AUDIO));
	}

	@Test
	void cardWhenOfJson1AndClickedCardOfJson2ThenIsRefused() {
		this.preparation.shown(new MessageId("om_1"), Card.builder().build());

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> write(JSON_1, "\"name\": \"save\""))
			.withMessageContaining("200830");
	}

	@Test
	void cardWhenClickedCardIsUnknownThenIsWritten() {
		assertThat(write(JSON_1, "\"name\": \"save\""))
			.isEqualTo("{\"card\":{\"type\":\"raw\",\"data\":{\"elements\":[]}}}");
	}

	private String write(CardContent card, String click) {
		CardActionEvent event = CardActionEvent.parse(Clicks.click("1", click));
		return new String(this.writer.write(CardActionReply.card(card), event).block(), StandardCharsets.UTF_8);
	}

}
