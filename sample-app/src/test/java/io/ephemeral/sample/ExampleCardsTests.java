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
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExampleCardsTests {

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada");
	}

	@Test
	void questionWhenAnsweredThenGoes() {
		show("Question").press("Noodles");

		assertThanked();
	}

	@Test
	void formWhenSubmittedThenGoes() {
		show("Form").submit(Map.of("text", "Water", "when", LocalDateTime.of(2026, 7, 1, 9, 30)));

		assertThanked();
	}

	@Test
	void olderCardWhenUsedThenGoes() {
		show("JSON 1.0").press("Fine");

		assertThanked();
	}

	private ShownCard show(String example) {
		this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.chat.openId("ada")),
				RawCard.parse(ExampleCards.asJson().get(example)));
		return this.chat.seenBy("ada").get(0);
	}

	private void assertThanked() {
		assertThat(this.chat.member("ada").lastToast())
			.hasValueSatisfying((toast) -> assertThat(toast.type()).isEqualTo("success"));
		await().untilAsserted(() -> assertThat(this.chat.seenBy("ada")).isEmpty());
	}

}
