package io.ephemeral.feishu.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class EphemeralApiTests {

	private FeishuSimulator feishu;

	private TestClient client;

	private SimulatedChat chat;

	@BeforeEach
	void createChat(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.client = new TestClient(feishu);
		this.chat = feishu.createChat("ada", "bob");
	}

	@Test
	void sendWhenViewerIsMemberThenOnlyViewerSeesCard() {
		Answer answer = this.client.send(this.chat, "ada", "Lunch?");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isZero();
		assertThat(answer.messageId()).startsWith("om_");
		assertThat(this.chat.seenBy("ada")).singleElement().satisfies((card) -> {
			assertThat(card.messageId()).isEqualTo(answer.messageId());
			assertThat(card.chatId()).isEqualTo(this.chat.id());
			assertThat(card.onlyYou()).isTrue();
			assertThat(card.json()).isEqualTo(TestClient.card("Lunch?"));
		});
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void sendWhenViewerIsInTwoChatsThenCardIsInThatChatOnly() {
		SimulatedChat other = this.feishu.createChat("ada");

		this.client.send(other, "ada", "Lunch?");

		assertThat(other.seenBy("ada")).hasSize(1);
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void sendWhenViewerIsNamedThriceThenOpenIdWinsOverUserIdOverEmail() {
		SimulatedChat three = this.feishu.createChat("ada", "bob", "carl");
		ObjectNode request = TestClient.request(three, "ada", TestClient.card("Lunch?"))
			.put("user_id", three.userId("bob"))
			.put("email", three.email("carl"));

		this.client.send(request);
		this.client.send(request.without("open_id"));
		this.client.send(request.without("user_id"));

		assertThat(List.of("ada", "bob", "carl")).allSatisfy((name) -> assertThat(three.seenBy(name)).hasSize(1));
	}

	@Test
	void sendWhenViewerIsOfflineThenIsAcceptedAndNeverShown() {
		this.chat.goOffline("ada");

		Answer answer = this.client.send(this.chat, "ada", "Lunch?");
		this.chat.goOnline("ada");

		assertThat(answer.messageId()).startsWith("om_");
		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.client.delete(answer.messageId()).code()).isZero();
	}

	@Test
	void sendWhenCardIsTemplateThenIsShown() {
		ObjectNode template = template().set("data", JsonNodeFactory.instance.objectNode().put("template_id", "AAq1"));

		assertThat(this.client.send(TestClient.request(this.chat, "ada", template)).code()).isZero();
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void sendWhenTemplateHasNoIdThenIsRefused() {
		assertThat(this.client.send(TestClient.request(this.chat, "ada", template())).code()).isEqualTo(11246);
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void sendWhenCardBreaksRulesThen11246NamesFirstAndHeaderExplainsAll() {
		ObjectNode card = TestClient.card("Lunch?");
		((ObjectNode) card.path("body").path("elements").path(0)).put("tag", "note").put("element_id", "a-b");

		Answer answer = this.client.send(TestClient.request(this.chat, "ada", card));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isEqualTo(11246);
		assertThat(answer.body().path("msg").asString())
			.isEqualTo("create message content fail, ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> "
					+ "[0](tag: note); ErrMsg: cards of schema V2 no longer support this capability; "
					+ "ErrorValue: unsupported tag note; ");
		assertThat(answer.headers().get(ApiResponse.EXPLANATION))
			.isEqualTo("body.elements[0]: note was removed in JSON 2.0; use a div with text_size notation; "
					+ "body.elements[0].element_id: must be at most 20 letters, digits and underscores, "
					+ "the first a letter");
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void sendWhenCardBreaksVeryManyRulesThenHeaderStaysShortAndAscii() {
		ObjectNode card = TestClient.card("Lunch?");
		ObjectNode table = ((ArrayNode) card.path("body").path("elements")).addObject().put("tag", "table");
		table.putArray("columns");
		ObjectNode row = table.putArray("rows").addObject();
		for (int i = 0; i < 100; i++) {
			row.put("条" + i, i);
		}

		Answer answer = this.client.send(TestClient.request(this.chat, "ada", card));

		assertThat(answer.code()).isEqualTo(11246);
		assertThat(answer.headers().get(ApiResponse.EXPLANATION)).hasSize(2003)
			.startsWith("body.elements[1].rows[0].\\u67610: has no column of that name; ")
			.endsWith("...");
	}

	private static ObjectNode template() {
		return JsonNodeFactory.instance.objectNode().put("type", "template");
	}

	@Test
	void sendWhenBodyHasUndocumentedFieldThenIsAcceptedAndRecorded() {
		this.client.send(TestClient.request(this.chat, "ada", TestClient.card("Lunch?")).put("uuid", "u-1"));

		assertThat(this.chat.seenBy("ada")).hasSize(1);
		assertThat(this.feishu.requestsTo(TestClient.SEND)).singleElement()
			.satisfies((request) -> assertThat(request.json().path("uuid").asString()).isEqualTo("u-1"));
	}

	@ParameterizedTest
	@CsvSource({ "chat_id,chat_id", "open_id,open_id", "msg_type,msg_type", "card,card" })
	void sendWhenFieldIsMissingThen10003NamesField(String missing, String named) {
		ObjectNode request = TestClient.request(this.chat, "ada", TestClient.card("Lunch?"));

		Answer answer = this.client.send(request.without(missing));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isEqualTo(10003);
		assertThat(answer.violatedField()).isEqualTo(named);
	}

	@Test
	void sendWhenMessageTypeIsTextThen10003() {
		ObjectNode request = TestClient.request(this.chat, "ada", TestClient.card("Lunch?")).put("msg_type", "text");

		assertThat(this.client.send(request).code()).isEqualTo(10003);
	}

	@Test
	void sendWhenCardIsStringThenMessageTellsSo() {
		ObjectNode request = TestClient.request(this.chat, "ada", JsonNodeFactory.instance.stringNode("{}"));

		Answer answer = this.client.send(request);

		assertThat(answer.code()).isEqualTo(10003);
		assertThat(answer.body().path("msg").asString()).contains("card must be a JSON object");
	}

	@Test
	void sendWhenCardHas30KilobytesThenIsShownAndWithOneByteMore19036() {
		int frame = TestClient.card("天气").path("header").toString().getBytes(StandardCharsets.UTF_8).length;
		String padding = "x".repeat(30 * 1024 - "{'header':}".length() - frame);
		ObjectNode largest = headerOnly("天气" + padding);
		ObjectNode tooLarge = headerOnly("天气" + padding + "x");

		assertThat(this.client.send(TestClient.request(this.chat, "ada", largest)).code()).isZero();
		assertThat(this.client.send(TestClient.request(this.chat, "ada", tooLarge)).code()).isEqualTo(19036);
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	private static ObjectNode headerOnly(String title) {
		return TestClient.card(title).without(List.of("schema", "body"));
	}

	@Test
	void sendWhenChatIsUnknownThen11100() {
		assertThat(send("chat_id", "oc_nowhere").code()).isEqualTo(11100);
	}

	@Test
	void sendWhenChatIsTopicGroupThen18053() {
		Answer answer = this.client.send(this.feishu.createTopicChat("ada"), "ada", "Lunch?");

		assertThat(answer.code()).isEqualTo(18053);
		assertThat(answer.body().path("msg").asString()).contains("chat can not be thread");
	}

	@Test
	void sendWhenChatIsDirectThen18053() {
		assertThat(this.client.send(this.chat.member("ada").directChat(), "ada", "Lunch?").code()).isEqualTo(18053);
	}

	@Test
	void sendWhenBotWasRemovedThen10002UntilAddedAgain() {
		this.chat.removeBot();
		assertThat(this.client.send(this.chat, "ada", "Lunch?").code()).isEqualTo(10002);

		this.chat.addBot();
		assertThat(this.client.send(this.chat, "ada", "Lunch?").code()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "open_id", "user_id", "email" })
	void sendWhenUserIsUnknownThen99992351(String field) {
		ObjectNode request = TestClient.request(this.chat, "ada", TestClient.card("Lunch?")).without("open_id");

		assertThat(this.client.send(request.put(field, "nobody")).code()).isEqualTo(99992351);
	}

	@Test
	void sendWhenUserHasLeftThen11206() {
		this.chat.leave("ada");

		assertThat(this.client.send(this.chat, "ada", "Lunch?").code()).isEqualTo(11206);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'', 99991661
			Basic dDp0, 99991661
			'Bearer ', 99991661
			Bearer t-unknown, 99991663
			Bearer x-unknown, 99991671
			""")
	void sendWhenTokenIsBadThenIsRefused(String authorization, int code) {
		Answer answer = this.client.post(TestClient.SEND,
				Map.of("Authorization", authorization, "Content-Type", "application/json"), "{}");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(code);
	}

	@Test
	void sendWhenContentTypeIsNotJsonThen9499() {
		Answer answer = this.client.post(TestClient.SEND,
				Map.of("Authorization", "Bearer " + this.client.token(), "Content-Type", "text/plain"), "{}");

		assertThat(answer.code()).isEqualTo(9499);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{} {}", "null" })
	void sendWhenBodyIsNoJsonObjectThen9499(String body) {
		assertThat(this.client.call(TestClient.SEND, body).code()).isEqualTo(9499);
	}

	@Test
	void sendWhenBodyIsNestedTooDeeplyThen9499() {
		assertThat(this.client.call(TestClient.SEND, "[".repeat(100_000)).code()).isEqualTo(9499);
	}

	@Test
	void sendWhenManyAtOnceThenAllIdsDiffer() {
		try (FeishuSimulator unlimited = FeishuSimulator.builder().rateLimits(false).start()) {
			TestClient client = new TestClient(unlimited);
			SimulatedChat chat = unlimited.createChat("ada");
			Map<String, String> headers = Map.of("Authorization", "Bearer " + client.token(), "Content-Type",
					"application/json");
			String body = TestClient.request(chat, "ada", TestClient.card("Lunch?")).toString();

			List<String> ids = Flux.range(0, 500)
				.flatMap((i) -> client.exchange(HttpMethod.POST, TestClient.SEND, headers, body), 500)
				.map(Answer::messageId)
				.collectList()
				.block();

			assertThat(ids).hasSize(500).doesNotHaveDuplicates();
			assertThat(chat.seenBy("ada")).extracting(ShownCard::messageId).containsExactlyInAnyOrderElementsOf(ids);
		}
	}

	@Test
	void deleteWhenCardIsShownThenItIsGoneAndAgain18051() {
		String messageId = this.client.send(this.chat, "ada", "Lunch?").messageId();

		assertThat(this.client.delete(messageId).code()).isZero();
		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.client.delete(messageId).code()).isEqualTo(18051);
	}

	@Test
	void deleteWhenMessageIsUnknownThen10003() {
		assertThat(this.client.delete("om_never").code()).isEqualTo(10003);
	}

	@Test
	void deleteWhenIdIsMissingThen10003NamesField() {
		assertThat(this.client.call(TestClient.DELETE, "{}").violatedField()).isEqualTo("message_id");
	}

	@Test
	void deleteWhenBotWasRemovedThen10002AndCardStays() {
		String messageId = this.client.send(this.chat, "ada", "Lunch?").messageId();

		this.chat.removeBot();

		assertThat(this.client.delete(messageId).code()).isEqualTo(10002);
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	private Answer send(String field, String value) {
		return this.client.send(TestClient.request(this.chat, "ada", TestClient.card("Lunch?")).put(field, value));
	}

}
