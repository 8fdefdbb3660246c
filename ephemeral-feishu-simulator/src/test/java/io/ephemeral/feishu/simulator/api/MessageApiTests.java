package io.ephemeral.feishu.simulator.api;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MutableClock;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownText;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import io.ephemeral.feishu.simulator.TestApplication;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class MessageApiTests {

	private final MutableClock clock = new MutableClock();

	private final FeishuSimulator feishu = FeishuSimulator.builder().clock(this.clock).start();

	private final TestApplication application = TestApplication.of(this.feishu);

	private final TestClient client = new TestClient(this.feishu);

	private final SimulatedChat chat = this.feishu.createChat("ada", "bob");

	@AfterEach
	void close() {
		this.application.close();
		this.feishu.close();
	}

	@Test
	void sendWhenToGroupThenEverybodySeesCardAndAnswerIsComplete() {
		Answer answer = this.client.publish(this.chat, TestClient.card("Done"));

		assertThat(answer.status()).isEqualTo(200);
		JsonNode data = answer.body().path("data");
		assertThat(data.path("message_id").asString()).startsWith("om_");
		assertThat(data.path("chat_id").asString()).isEqualTo(this.chat.id());
		assertThat(data.path("msg_type").asString()).isEqualTo("interactive");
		assertThat(data.path("create_time").asString()).isEqualTo(Long.toString(this.clock.millis()));
		assertThat(data.path("deleted").asBoolean(true)).isFalse();
		assertThat(data.at("/sender/id").asString()).isEqualTo(this.feishu.appId());
		assertThat(Json.parse(data.at("/body/content").asString())).isEqualTo(TestClient.card("Done"));
		assertThat(this.chat.seenBy("ada")).singleElement().satisfies((card) -> {
			assertThat(card.title()).isEqualTo("Done");
			assertThat(card.onlyYou()).isFalse();
		});
		assertThat(this.chat.seenBy("bob")).hasSize(1);
	}

	@Test
	void sendWhenUuidIsRepeatedWithinHourThenIsTheSameMessage() {
		String first = this.client.publish(this.chat, TestClient.card("Done"), "once").messageId();
		String second = this.client.publish(this.chat, TestClient.card("Done"), "once").messageId();
		this.clock.advance(Duration.ofHours(1));
		String third = this.client.publish(this.chat, TestClient.card("Done"), "once").messageId();

		assertThat(second).isEqualTo(first);
		assertThat(third).isNotEqualTo(first);
		assertThat(this.chat.seenBy("bob")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			receive_id | 230034 | "oc_unknown"
			msg_type   | 230001 | "post"
			content    | 9499   | {"schema": "2.0"}
			receive_id | 9499   | 7
			content    | 230001 | "no JSON"
			content    | 230099 | "{\\"schema\\": \\"2.0\\", \\"body\\": {\\"elements\\": [{\\"tag\\": \\"note\\"}]}}"
			""")
	void sendWhenFieldIsWrongThenIsRefused(String field, int code, String value) {
		var body = TestClient.message(TestClient.card("Done"), "").put("receive_id", this.chat.id());
		body.set(field, Json.parse(value));

		Answer answer = this.client.call(TestClient.MESSAGES + "?receive_id_type=chat_id", body.toString());

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			receive_id | ""   | receive_id is required
			receive_id | null | receive_id is required
			msg_type   | ""   | msg_type is required
			content    | " "  | content is required
			""")
	void sendWhenFieldIsMissingThen99992402DescribesIt(String field, String value, String description) {
		var body = TestClient.message(TestClient.card("Done"), "").put("receive_id", this.chat.id());
		body.set(field, Json.parse(value));

		Answer answer = this.client.call(TestClient.MESSAGES + "?receive_id_type=chat_id", body.toString());

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(99992402);
		assertThat(answer.body().path("msg").asString()).isEqualTo("field validation failed");
		assertThat(violation(answer)).isEqualTo(Json.parse("""
				{"field": "%s", "value": "", "description": "%s"}""".formatted(field, description)));
		assertThat(answer.body().at("/error/log_id").asString()).isEqualTo(answer.headers().get("X-Tt-Logid"));
	}

	@Test
	void sendOrReplyWhenUuidIsOver50CharactersThen99992402QuotesIt() {
		String longest = "u".repeat(50);
		String reply = TestClient.MESSAGES + "/" + this.chat.member("ada").says("/remind") + "/reply";

		assertThat(this.client.publish(this.chat, TestClient.card("Done"), longest).code()).isZero();
		assertThat(this.client.call(reply, TestClient.message(TestClient.card("Done"), longest).toString()).code())
			.isZero();
		for (Answer answer : List.of(this.client.publish(this.chat, TestClient.card("Done"), longest + "u"),
				this.client.call(reply, TestClient.message(TestClient.card("Done"), longest + "u").toString()))) {
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.code()).isEqualTo(99992402);
			assertThat(violation(answer)).isEqualTo(Json.parse("""
					{"field": "uuid", "value": "%su", "description": "the max len is 50"}""".formatted(longest)));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?receive_id_type=phone | options: [chat_id,open_id,user_id,union_id,email]
			?receive_id_type=      | receive_id_type is required
			''                     | receive_id_type is required
			""")
	void sendWhenIdTypeIsUnknownThen99992402(String query, String description) {
		Answer answer = this.client.call(TestClient.MESSAGES + query, "{}");

		assertThat(answer.code()).isEqualTo(99992402);
		assertThat(violation(answer).path("description").asString()).isEqualTo(description);
	}

	private static JsonNode violation(Answer answer) {
		return answer.body().at("/error/field_violations/0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c-0793", "undefined", "om_", "om_a.b", "OM_1", "%20" })
	void messageWhenIdHasWrongFormThen99992354QuotesIt(String id) {
		List<Answer> answers = List.of(this.client.reply(id, TestClient.card("Done")),
				this.client.update(id, TestClient.card("Done")), this.client.recall(id));

		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.code()).isEqualTo(99992354);
			assertThat(answer.body().path("msg").asString())
				.isEqualTo("The request you send is not a valid {open_message_id} or not exists. example value: "
						+ "om_dc13264520392913993dd051dba21dcf, Invalid ids: [" + id + "]");
		});
	}

	@Test
	void sendWhenCardIsRefusedThen230099IsInTheWordsOfThePlatform() {
		JsonNode card = Json.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "hr"}, {"tag": "action", "actions": []}]}}
				""");

		Answer answer = this.client.publish(this.chat, card);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().path("msg").asString())
			.isEqualTo("Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> "
					+ "[1](tag: action); ErrMsg: cards of schema V2 no longer support this capability; "
					+ "ErrorValue: unsupported tag action; ");
		assertThat(answer.body().at("/error/log_id").asString()).isNotBlank();
		assertThat(answer.headers().get(ApiResponse.EXPLANATION)).startsWith("body.elements[1]: action was removed");
	}

	@Test
	void sendWhenContentIsNoTextThen9499QuotesIt() {
		Answer answer = this.client.call(TestClient.MESSAGES + "?receive_id_type=chat_id", """
				{"receive_id": "%s", "msg_type": "text", "content": {"text": "Hi"}}""".formatted(this.chat.id()));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().path("msg").asString()).isEqualTo("Invalid parameter type in json: content. "
				+ "Invalid parameter value: {\"text\":\"Hi\"}. Please check and modify accordingly.");
	}

	@Test
	void sendWhenToPersonThenOnlyThatOneSeesIt() {
		SimulatedMember ada = this.chat.member("ada");

		Answer answer = sendTo("open_id", ada.openId());
		sendTo("user_id", ada.userId());
		sendTo("email", ada.email());

		assertThat(answer.body().at("/data/chat_id").asString()).isEqualTo(ada.directChat().id());
		assertThat(ada.directChat().seenBy("ada")).hasSize(3).noneMatch(ShownCard::onlyYou);
		assertThat(this.chat.member("bob").directChat().messagesSeenBy("bob")).isEmpty();
		assertThat(this.chat.messagesSeenBy("ada")).isEmpty();
		assertThat(this.feishu.chats()).containsExactly(this.chat);
	}

	@Test
	void sendWhenNobodyHasTheIdThenIsRefused() {
		assertThat(sendTo("open_id", "ou_unknown").code()).isEqualTo(230034);
		assertThat(sendTo("phone", "123").violatedField()).isEqualTo("receive_id_type");
	}

	@Test
	void sendWhenToPersonThenMessageCanBeRecalled() {
		String card = sendTo("open_id", this.chat.openId("ada")).messageId();

		this.client.call(HttpMethod.DELETE, TestClient.MESSAGES + "/" + card, "");

		assertThat(this.chat.member("ada").directChat().seenBy("ada")).isEmpty();
	}

	private Answer sendTo(String idType, String id) {
		return this.client.call(TestClient.MESSAGES + "?receive_id_type=" + idType,
				TestClient.message(TestClient.card("Done"), "").put("receive_id", id).toString());
	}

	@Test
	void sendWhenCardIsOverLimitThenIsRefused() {
		assertThat(this.client.publish(this.chat, TestClient.card("x".repeat(16 * 1024))).code()).isEqualTo(230025);
	}

	@Test
	void sendWhenBotIsOutThenIsRefused() {
		this.chat.removeBot();

		assertThat(this.client.publish(this.chat, TestClient.card("Done")).code()).isEqualTo(230002);
	}

	@Test
	void sendWhenTextThenEverybodyReadsIt() {
		this.client.call(TestClient.MESSAGES + "?receive_id_type=chat_id", """
				{"receive_id": "%s", "msg_type": "text", "content": "{\\"text\\": \\"Hello\\"}"}
				""".formatted(this.chat.id()));

		assertThat(this.chat.messagesSeenBy("bob")).singleElement().isInstanceOfSatisfying(ShownText.class, (text) -> {
			assertThat(text.sender()).isEqualTo("Bot");
			assertThat(text.text()).isEqualTo("Hello");
		});
	}

	@Test
	void sendWhenTextMentionsThenNamesAreShown() {
		ObjectNode content = JsonNodeFactory.instance.objectNode()
			.put("text",
					"<at user_id=\"all\"></at> <at user_id=\"%s\">x</at> <at user_id=\"%s\"></at> <at user_id=\"ou_x\"></at>"
						.formatted(this.chat.openId("ada"), this.chat.userId("bob")));
		ObjectNode message = JsonNodeFactory.instance.objectNode()
			.put("receive_id", this.chat.id())
			.put("msg_type", "text")
			.put("content", content.toString());

		this.client.call(TestClient.MESSAGES + "?receive_id_type=chat_id", message.toString());

		assertThat(this.chat.messagesSeenBy("bob")).singleElement()
			.isInstanceOfSatisfying(ShownText.class,
					(text) -> assertThat(text.text()).isEqualTo("@all @ada @bob <at user_id=\"ou_x\"></at>"));
	}

	@Test
	void replyWhenToMessageOfMemberThenBelongsToIt() {
		String asked = this.chat.member("ada").says("/remind");

		Answer answer = this.client.reply(asked, TestClient.card("Done"));

		assertThat(answer.body().at("/data/parent_id").asString()).isEqualTo(asked);
		assertThat(answer.body().at("/data/root_id").asString()).isEqualTo(asked);
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Done");
	}

	@Test
	void replyWhenToPrivateOrUnknownMessageThenIsRefused() {
		String card = this.client.send(this.chat, "ada", "Only you").messageId();

		assertThat(this.client.reply(card, TestClient.card("Done")).code()).isEqualTo(230001);
		assertThat(this.client.reply("om_unknown", TestClient.card("Done")).code()).isEqualTo(230001);
	}

	@Test
	void updateWhenCardIsSharedThenEverybodySeesIt() {
		String card = this.client.publish(this.chat, TestClient.card("Open")).messageId();

		Answer answer = this.client.update(card, TestClient.card("Done"));

		assertThat(answer.code()).isZero();
		assertThat(answer.body().path("data").isObject()).isTrue();
		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Done");
	}

	@Test
	void updateWhenCardIsNotSharedBeforeOrAfterThenIsRefused() {
		JsonNode exclusive = Json.parse("{\"elements\": []}");
		String first = this.client.publish(this.chat, exclusive).messageId();
		String second = this.client.publish(this.chat, TestClient.card("Open")).messageId();

		assertThat(this.client.update(first, TestClient.card("Done")).code()).isEqualTo(230099);
		assertThat(this.client.update(second, exclusive).code()).isEqualTo(230099);
	}

	@Test
	void updateWhenCardIsOldThenIsRefused() {
		String card = this.client.publish(this.chat, TestClient.card("Open")).messageId();
		this.clock.advance(Duration.ofDays(14).plusMillis(1));

		assertThat(this.client.update(card, TestClient.card("Done")).code()).isEqualTo(230031);
	}

	@Test
	void updateWhenCardIsPrivateThenIsRefused() {
		String card = this.client.send(this.chat, "ada", "Only you").messageId();

		assertThat(this.client.update(card, TestClient.card("Done")).code()).isEqualTo(230001);
		assertThat(this.client.recall(card).code()).isEqualTo(230001);
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void recallWhenSentByBotThenVanishesOnce() {
		String card = this.client.publish(this.chat, TestClient.card("Done")).messageId();

		assertThat(this.client.recall(card).code()).isZero();

		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.client.recall(card).code()).isEqualTo(230110);
		assertThat(this.client.update(card, TestClient.card("Late")).code()).isEqualTo(230011);
		assertThat(this.client.reply(card, TestClient.card("Late")).code()).isEqualTo(230011);
		assertThat(this.client.delete(card).code()).isEqualTo(18051);
	}

	@Test
	void recallWhenSentByMemberThenIsRefused() {
		assertThat(this.client.recall(this.chat.member("ada").says("Hi")).code()).isEqualTo(230026);
	}

	@Test
	void deleteWhenCardIsPublicThenIsRefused() {
		String card = this.client.publish(this.chat, TestClient.card("Done")).messageId();

		assertThat(this.client.delete(card).code()).isEqualTo(10003);
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void chatWhenBotIsInThenIsDescribed() {
		JsonNode data = chatInfo(this.chat.id()).body().path("data");

		assertThat(data.path("chat_mode").asString()).isEqualTo("group");
		assertThat(data.path("group_message_type").asString()).isEqualTo("chat");
		assertThat(data.path("owner_id").asString()).isEqualTo(this.chat.openId("ada"));
		assertThat(data.path("user_count").asString()).isEqualTo("2");
	}

	@Test
	void chatWhenBotIsOutThenModeIsMissing() {
		this.chat.removeBot();

		JsonNode data = chatInfo(this.chat.id()).body().path("data");

		assertThat(data.path("name").asString()).isEqualTo("ada, bob");
		assertThat(data.has("chat_mode")).isFalse();
	}

	@Test
	void chatWhenTopicOrDirectOrUnknownThenIsTold() {
		JsonNode topic = chatInfo(this.feishu.createTopicChat("ada").id()).body().path("data");

		assertThat(topic.path("chat_mode").asString()).isEqualTo("topic");
		assertThat(topic.has("group_message_type")).isFalse();
		assertThat(chatInfo(this.chat.member("ada").directChat().id()).body().at("/data/chat_mode").asString())
			.isEqualTo("p2p");
		assertThat(chatInfo("oc_unknown").code()).isEqualTo(232006);
	}

	private Answer chatInfo(String chatId) {
		return this.client.call(HttpMethod.GET, "/open-apis/im/v1/chats/" + chatId, "");
	}

}
