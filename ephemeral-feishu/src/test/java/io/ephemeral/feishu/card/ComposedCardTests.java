package io.ephemeral.feishu.card;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ComposedCardTests {

	private static final ComposedCard CARD = (target) -> Card.builder().title(target.name()).build();

	private final CardPreparation preparation = CardPreparation.standard();

	@Test
	void cardWhenPreparedThenIsComposedForItsAudience() {
		assertThat(this.preparation.forViewer(CARD, null).toJson()).contains("EPHEMERAL");
		assertThat(this.preparation.forGroup(CARD).toJson()).contains("PUBLIC");
	}

	@Test
	void cardWhenSentAgainThenIsNotComposedAgain() {
		AtomicInteger composed = new AtomicInteger();
		ComposedCard card = (target) -> {
			composed.incrementAndGet();
			return CARD.compose(target);
		};

		this.preparation.forViewer(card, Locale.ENGLISH);
		this.preparation.forViewer(card, Locale.ENGLISH);

		assertThat(composed).hasValue(1);
	}

	@Test
	void cardWhenWrittenByAnyMapperThenIsTheCardForOneViewer() {
		assertThat(CARD.toJson()).isEqualTo(CARD.card().toJson()).contains("EPHEMERAL");
		assertThat(JsonMapper.shared().writeValueAsString(CARD)).isEqualTo(CARD.toJson());
	}

	@Test
	void cardWhenShownThenReplyOfJson1IsRefused() {
		MessageId message = new MessageId("om_1");
		this.preparation.shown(message, CARD);

		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> this.preparation.forReply(RawCard.parse("{\"elements\": []}"), null, message))
			.withMessageContaining("200830");
	}

	@Test
	void cardWhenValidatedThenIsComposedForTheTarget() {
		assertThat(new CardValidator().validate(CARD, CardTarget.PUBLIC)).isEmpty();
	}

}
