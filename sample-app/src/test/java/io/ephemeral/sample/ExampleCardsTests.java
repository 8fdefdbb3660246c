package io.ephemeral.sample;

import java.time.LocalDateTime;
import java.util.Map;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExampleCardsTests {

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada", "bob");
	}

	@Test
	void questionWhenAnsweredThenThanksTakeItsPlaceForThatMemberOnly() {
		ShownCard question = show("Question");

		question.press("Noodles");

		assertThanked(question);
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void formWhenSubmittedThenThanksTakeItsPlace() {
		ShownCard form = show("Form");

		form.submit(Map.of("text", "Water", "when", LocalDateTime.of(2026, 7, 1, 9, 30)));

		assertThanked(form);
	}

	@Test
	void olderCardWhenUsedThenThanksAreOfItsVersion() {
		ShownCard older = show("JSON 1.0");

		older.press("Fine");

		assertThanked(older);
		assertThat(this.chat.seenBy("ada").get(0).json().has("schema")).isFalse();
	}

	private ShownCard show(String example) {
		this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.chat.openId("ada")),
				RawCard.parse(ExampleCards.asJson().get(example)));
		return this.chat.seenBy("ada").get(0);
	}

	private void assertThanked(ShownCard clicked) {
		assertThat(this.chat.member("ada").lastToast()).isEmpty();
		assertThat(this.chat.seenBy("ada")).singleElement().satisfies((card) -> {
			assertThat(card.title()).isEqualTo("Thank you");
			assertThat(card.messageId()).isEqualTo(clicked.messageId());
			assertThat(card.onlyYou()).isTrue();
		});
	}

}
