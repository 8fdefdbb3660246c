package io.ephemeral.sample;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class SampleApplicationTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FeishuSimulator feishu;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada", "bob");
	}

	@Test
	void setupWhenOnSimulatorThenOffersChatsMembersAndCards() {
		assertThat(this.mvc.get().uri("/api/setup")).hasStatusOk().bodyJson().satisfies((json) -> {
			assertThat(json).extractingPath("$.screens").isEqualTo(this.feishu.pageUrl().toString());
			assertThat(json).extractingPath("$.chats[0].name").isEqualTo("Lunch");
			assertThat(json).extractingPath("$.chats[0].members[0].name").isEqualTo("ada");
			assertThat(json).extractingPath("$.examples").asMap().hasSize(4);
		});
	}

	@ParameterizedTest
	@CsvSource({ "OPEN_ID", "USER_ID", "EMAIL" })
	void sendWhenViewerIsNamedInAnyWayThenOnlyViewerSeesCard(String type) {
		String viewer = switch (type) {
			case "OPEN_ID" -> this.chat.openId("ada");
			case "USER_ID" -> this.chat.userId("ada");
			default -> this.chat.email("ada");
		};

		assertThat(send(this.chat, type, viewer, ExampleCards.asJson().get("Question"))).hasStatus(201);
		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch?");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void sendWhenCardIsAnyExampleThenIsAccepted() {
		ExampleCards.asJson()
			.values()
			.forEach((card) -> assertThat(send(this.chat, "OPEN_ID", this.chat.openId("bob"), card)).hasStatus(201));
		assertThat(this.chat.seenBy("bob")).hasSize(4);
	}

	@Test
	void deleteWhenCardIsShownThenNothingIsLeft() {
		send(this.chat, "OPEN_ID", this.chat.openId("ada"), "{}");
		String messageId = this.chat.seenBy("ada").get(0).messageId();

		assertThat(this.mvc.delete().uri("/api/cards/{messageId}", messageId)).hasStatus(204);
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void sendWhenChatIsForTopicsThenSaysWhatToDo() {
		SimulatedChat topics = this.feishu.createTopicChat("ada");

		assertThat(send(topics, "OPEN_ID", topics.openId("ada"), "{}")).hasStatus(502)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("18053")
			.endsWith("topic groups and direct chats do not support ephemeral cards");
	}

	@Test
	void sendWhenCardIsNotJsonThenSaysWhere() {
		assertThat(send(this.chat, "OPEN_ID", this.chat.openId("ada"), "{ card }")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("The card is not valid JSON (line 1, column");
	}

	@Test
	void sendWhenViewerIsNotAnOpenIdThenSaysSo() {
		assertThat(send(this.chat, "OPEN_ID", this.chat.id(), "{}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("Expected an open id, but");
	}

	@Test
	void sendWhenFieldsAreMissingThenSaysSo() {
		assertThat(this.mvc.post()
			.uri("/api/cards")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"card\":\"{}\",\"chat\":\"oc_1\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("'viewerType'");
	}

	private MvcTestResult send(SimulatedChat chat, String viewerType, String viewerId, String card) {
		return this.mvc.post()
			.uri("/api/cards")
			.contentType(MediaType.APPLICATION_JSON)
			.content(JsonMapper.shared().writeValueAsString(new Request(chat.id(), viewerType, viewerId, card)))
			.exchange();
	}

	private record Request(String chat, String viewerType, String viewerId, String card) {
	}

}
