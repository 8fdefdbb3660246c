package io.ephemeral.feishu.callback;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.CardLocale;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CardActionReplyTests {

	private final List<String> done = new ArrayList<>();

	@Test
	void toastWhenTranslatedThenIsWrittenWithAllLanguages() {
		CardActionReply reply = CardActionReply.success("Saved")
			.in(CardLocale.ZH_CN, "已保存")
			.in(CardLocale.EN_US, "Saved");

		assertThat(CallbackMapper.INSTANCE.<JsonNode>valueToTree(reply.toast())).isEqualTo(CallbackMapper.INSTANCE
			.readTree("{\"type\":\"success\",\"content\":\"Saved\",\"i18n\":{\"zh_cn\":\"已保存\",\"en_us\":\"Saved\"}}"));
	}

	@Test
	void replyWhenOfAKindThenToastIsOfThatType() {
		assertThat(CardActionReply.info("a").toast().type()).isEqualTo(Toast.Type.INFO);
		assertThat(CardActionReply.warning("a").toast().type()).isEqualTo(Toast.Type.WARNING);
		assertThat(CardActionReply.error("a").toast().type()).isEqualTo(Toast.Type.ERROR);
		assertThat(CardActionReply.nothing().toast()).isNull();
	}

	@Test
	void replyWhenWithoutToastThenCannotBeTranslated() {
		assertThatIllegalStateException().isThrownBy(() -> CardActionReply.nothing().in(CardLocale.ZH_CN, "已保存"));
	}

	@Test
	void replyWhenExtendedThenKeepsTheRest() {
		Card card = Card.builder().build();

		CardActionReply reply = CardActionReply.success("a").afterwards(() -> this.done.add("work")).with(card);

		assertThat(reply.toast()).isNotNull();
		assertThat(reply.card()).isSameAs(card);
		assertThat(reply.hasWork()).isTrue();
	}

	@Test
	void workWhenBlockingAndReactiveThenIsDoneInOrder() {
		CardActionReply reply = CardActionReply.nothing()
			.afterwards(() -> this.done.add("blocking"))
			.afterwards(Mono.fromRunnable(() -> this.done.add("reactive")));
		assertThat(this.done).isEmpty();

		reply.work(Schedulers.immediate()).block();

		assertThat(this.done).containsExactly("blocking", "reactive");
	}

	@Test
	void workWhenOneFailsThenTheNextIsLeft() {
		StepVerifier
			.create(CardActionReply.nothing()
				.afterwards(Mono.error(new IllegalStateException()))
				.afterwards(() -> this.done.add("next"))
				.work(Schedulers.immediate()))
			.verifyError(IllegalStateException.class);
		assertThat(this.done).isEmpty();
	}

	@Test
	void replyWhenPrintedThenHasNoText() {
		assertThat(CardActionReply.success("secret").with(Card.builder().title("secret").build())).asString()
			.doesNotContain("secret");
	}

}
