package io.ephemeral.feishu.simulator.api;

import java.time.Duration;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MutableClock;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestApplication;
import io.ephemeral.feishu.simulator.TestCards;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class CardUpdateApiTests {

	private static final String UPDATE = "/open-apis/interactive/v1/card/update";

	private final MutableClock clock = new MutableClock();

	private final FeishuSimulator feishu = FeishuSimulator.builder().clock(this.clock).start();

	private final TestClient client = new TestClient(this.feishu);

	private final TestApplication application = TestApplication.of(this.feishu);

	private final SimulatedChat chat = this.feishu.createChat("ada", "bob");

	@AfterEach
	void close() {
		this.application.close();
		this.feishu.close();
	}

	private String clickPublicCard() {
		this.client.publish(this.chat, TestCards.form());
		this.chat.seenBy("ada").get(0).press("Cancel");
		return this.application.lastCall().at("/event/token").asString();
	}

	private int update(String token, JsonNode card) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("token", token);
		body.set("card", card);
		return this.client.call(UPDATE, body.toString()).code();
	}

	@Test
	void updateWhenClickWasAnsweredThenEverybodySeesIt() {
		assertThat(update(clickPublicCard(), TestClient.card("Done"))).isZero();

		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Done");
	}

	@Test
	void updateWhenCardIsPrivateThenItsViewerSeesIt() {
		this.client.send(TestClient.request(this.chat, "ada", TestCards.form()));
		this.chat.seenBy("ada").get(0).press("Cancel");

		assertThat(update(this.application.lastCall().at("/event/token").asString(), TestClient.card("Done"))).isZero();

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Done");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void updateWhenTokenWasUsedTwiceThenIsRefused() {
		String token = clickPublicCard();

		assertThat(update(token, TestClient.card("One"))).isZero();
		assertThat(update(token, TestClient.card("Two"))).isZero();
		assertThat(update(token, TestClient.card("Three"))).isEqualTo(300040);
	}

	@Test
	void updateWhenTokenIsOldThenIsRefused() {
		String token = clickPublicCard();
		this.clock.advance(Duration.ofMinutes(30));

		assertThat(update(token, TestClient.card("Late"))).isEqualTo(300030);
	}

	@Test
	void updateWhenClickIsNotAnsweredYetThenIsRefused() {
		this.application.doesBeforeItAnswers(() -> {
			String token = this.application.lastCall().at("/event/token").asString();
			Thread early = new Thread(() -> assertThat(update(token, TestClient.card("Early"))).isEqualTo(300000));
			early.start();
			join(early);
		});

		clickPublicCard();

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Remind");
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void updateWhenCardWasRecalledThenIsRefused() {
		String token = clickPublicCard();
		this.client.recall(this.chat.seenBy("ada").get(0).messageId());

		assertThat(update(token, TestClient.card("Late"))).isEqualTo(200000);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			10002  | {"schema": "2.0", "body": {"elements": [{"tag": "note"}]}}
			11311  | "{}"
			300090 | {"elements": []}
			300090 | {"elements": [], "open_ids": []}
			200320 | {"elements": [], "open_ids": ["ou_nobody"]}
			200320 | {"schema": "2.0", "body": {"elements": []}, "open_ids": ["ou_nobody"]}
			""")
	void updateWhenCardIsWrongThenIsRefusedAndTokenIsNotUsed(int code, String card) {
		String token = clickPublicCard();

		assertThat(update(token, Json.parse(card))).isEqualTo(code);
		assertThat(update(token, Json.parse(card))).isEqualTo(code);
		assertThat(update(token, TestClient.card("Done"))).isZero();
	}

	@Test
	void updateWhenCardIsExclusiveThenOnlyThoseNamedSeeIt() {
		String token = clickPublicCard();
		ObjectNode card = (ObjectNode) Json.parse("""
				{"header": {"title": {"tag": "plain_text", "content": "Mine"}}, "elements": []}
				""");
		card.putArray("open_ids").add(this.chat.openId("ada"));

		assertThat(update(token, card)).isZero();

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Mine");
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Remind");
	}

	@Test
	void updateWhenTokenIsMalformedOrUnknownThenIsRefused() {
		assertThat(update("t-1", TestClient.card("x"))).isEqualTo(300020);
		assertThat(update("c-1", TestClient.card("x"))).isEqualTo(300030);
		assertThat(this.client.call(UPDATE, "no JSON").code()).isEqualTo(100030);
	}

}
