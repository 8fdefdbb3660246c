package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.simulator.TestApplication.Call;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(FeishuSimulatorExtension.class)
class EventTests {

	@Test
	void saysWhenEventUrlIsKnownThenEventHasDocumentedShape(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");
			chat.setLanguage("ada", Locale.SIMPLIFIED_CHINESE);

			String messageId = chat.member("ada").says("/remind");

			JsonNode event = application.lastCall();
			assertThat(event.at("/header/event_type").asString()).isEqualTo("im.message.receive_v1");
			assertThat(event.at("/header/create_time").asString()).hasSize(13);
			assertThat(event.at("/event/sender/sender_id/open_id").asString()).isEqualTo(chat.openId("ada"));
			assertThat(event.at("/event/sender/sender_type").asString()).isEqualTo("user");
			JsonNode message = event.at("/event/message");
			assertThat(message.path("message_id").asString()).isEqualTo(messageId);
			assertThat(message.path("chat_id").asString()).isEqualTo(chat.id());
			assertThat(message.path("chat_type").asString()).isEqualTo("group");
			assertThat(message.path("content").asString()).isEqualTo("{\"text\":\"/remind\"}");
			assertThat(message.path("user_agent").asString()).endsWith("LarkLocale/zh_CN");
			assertThat(message.has("thread_id")).isFalse();
			assertThat(chat.messagesSeenBy("bob")).extracting(ShownMessage::messageId).containsExactly(messageId);
			assertThat(feishu.pushedEvents()).extracting(PushedEvent::isAnswered).containsExactly(true);
		}
	}

	@Test
	void saysWhenChatIsDirectThenEventTellsSo(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat direct = feishu.createChat("ada", "bob").member("ada").directChat();

			direct.member("ada").says("Hi");

			JsonNode message = application.lastCall().at("/event/message");
			assertThat(message.path("chat_type").asString()).isEqualTo("p2p");
			assertThat(message.path("chat_id").asString()).isEqualTo(direct.id());
		}
	}

	@Test
	void mentionsBotWhenSaidThenTextHasKeyOfMention(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.createTopicChat("ada").member("ada").mentionsBot("remind me");

			JsonNode message = application.lastCall().at("/event/message");
			assertThat(message.path("content").asString()).isEqualTo("{\"text\":\"@_user_1 remind me\"}");
			assertThat(message.at("/mentions/0/key").asString()).isEqualTo("@_user_1");
			assertThat(message.at("/mentions/0/mentioned_type").asString()).isEqualTo("bot");
			assertThat(message.path("thread_id").asString()).startsWith("omt_");
		}
	}

	@Test
	void mentionsAllWhenSaidThenTextHasKeyAndNobodyIsListed(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			chat.member("ada").mentionsAll("/remind");

			JsonNode message = application.lastCall().at("/event/message");
			assertThat(message.path("content").asString()).isEqualTo("{\"text\":\"@_all /remind\"}");
			assertThat(message.path("mentions")).isEmpty();
			assertThat(textsSeenBy(chat, "bob")).containsExactly("@all /remind");
		}
	}

	@Test
	void saysWhenTextHasLinesThenIsRichText(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			chat.member("ada").mentionsBot("/remind\n\nme");

			JsonNode message = application.lastCall().at("/event/message");
			assertThat(message.path("message_type").asString()).isEqualTo("post");
			assertThat(message.path("content").asString()).isEqualTo(
					"{\"title\":\"\",\"content\":[[{\"tag\":\"at\",\"style\":[],\"user_id\":\"@_user_1\",\"user_name\":\"Bot\"},"
							+ "{\"tag\":\"text\",\"style\":[],\"text\":\" /remind\"}],[],[{\"tag\":\"text\",\"style\":[],\"text\":\"me\"}]]}");
			assertThat(message.at("/mentions/0/id/open_id").asString()).isEqualTo(feishu.botOpenId());
			assertThat(textsSeenBy(chat, "bob")).containsExactly("/remind\n\nme");
		}
	}

	@Test
	void sendsWhenPictureIsInFrontThenIsRichText(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			chat.member("ada")
				.sends(MemberMessage.builder()
					.image()
					.mention(chat.member("bob"))
					.text("see ")
					.link("the menu", "https://example.com")
					.build());

			JsonNode message = application.lastCall().at("/event/message");
			JsonNode content = Json.parse(message.path("content").asString()).path("content");
			assertThat(message.path("message_type").asString()).isEqualTo("post");
			assertThat(content.at("/0/0/image_key").asString()).startsWith("img_v3_");
			assertThat(content.at("/1/0/user_id").asString()).isEqualTo("@_user_1");
			assertThat(content.at("/1/2/href").asString()).isEqualTo("https://example.com");
			assertThat(message.at("/mentions/0/id/open_id").asString()).isEqualTo(chat.openId("bob"));
			assertThat(textsSeenBy(chat, "ada")).containsExactly("[Image]\n@bob see the menu");
		}
	}

	@ParameterizedTest
	@MethodSource("messages")
	void sendsWhenOfAnotherTypeThenHasDocumentedContent(MemberMessage message, String type, String content) {
		try (FeishuSimulator feishu = FeishuSimulator.start();
				TestApplication application = TestApplication.of(feishu)) {
			feishu.createChat("ada").member("ada").sends(message);

			JsonNode event = application.lastCall().at("/event/message");
			assertThat(event.path("message_type").asString()).isEqualTo(type);
			assertThat(event.path("content").asString()).matches(content);
		}
	}

	private static List<Arguments> messages() {
		return List.of(Arguments.of(MemberMessage.image(), "image", "\\{\"image_key\":\"img_v3_\\w+\"}"),
				Arguments.of(MemberMessage.file("a.txt"), "file",
						"\\{\"file_key\":\"file_v3_\\w+\",\"file_name\":\"a.txt\"}"),
				Arguments.of(MemberMessage.audio(Duration.ofSeconds(2)), "audio",
						"\\{\"file_key\":\"file_v3_\\w+\",\"duration\":2000}"),
				Arguments.of(MemberMessage.video("a.mp4", Duration.ofSeconds(2)), "media",
						"\\{\"file_key\":\"file_v3_\\w+\",\"image_key\":\"img_v3_\\w+\",\"file_name\":\"a.mp4\",\"duration\":2000}"),
				Arguments.of(MemberMessage.sticker(), "sticker", "\\{\"file_key\":\"v2_\\w+\"}"),
				Arguments.of(MemberMessage.location("Office", 116.5, 39.5), "location",
						"\\{\"name\":\"Office\",\"longitude\":\"116.5\",\"latitude\":\"39.5\"}"),
				Arguments.of(MemberMessage.mergedForward(), "merge_forward", "Merged and Forwarded Message"),
				Arguments.of(MemberMessage.ofType("todo", "{}"), "todo", "\\{}"));
	}

	@Test
	void sendsWhenSharedThenHasId(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			chat.member("ada").sends(MemberMessage.chat(chat));
			assertThat(application.lastCall().at("/event/message/content").asString())
				.isEqualTo("{\"chat_id\":\"" + chat.id() + "\"}");

			chat.member("ada").sends(MemberMessage.contact(chat.member("bob")));
			assertThat(application.lastCall().at("/event/message/content").asString())
				.isEqualTo("{\"user_id\":\"" + chat.openId("bob") + "\"}");
		}
	}

	private static List<String> textsSeenBy(SimulatedChat chat, String name) {
		return chat.messagesSeenBy(name).stream().map((message) -> ((ShownText) message).text()).toList();
	}

	@Test
	void saysWhenBotIsOutThenNobodyIsTold(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada");
			chat.removeBot();

			chat.member("ada").says("/remind");

			assertThat(application.calls()).isEmpty();
		}
	}

	@Test
	void saysWhenMemberHasLeftThenFails(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");
		chat.leave("ada");

		assertThatIllegalStateException().isThrownBy(() -> chat.member("ada").says("Hi"))
			.withMessageContaining("has left");
	}

	@Test
	void saysWhenNoUrlIsKnownThenFailsAndNobodySeesIt() {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			assertThatIllegalStateException().isThrownBy(() -> chat.member("ada").says("/remind"))
				.withMessageStartingWith("A message of ada does not reach the application")
				.withMessageContainingAll("sendEventsTo", "feishu.callback.path");
			assertThat(chat.messagesSeenBy("bob")).isEmpty();
			TestClient.Answer answer = act(feishu, "/simulator/messages",
					Map.of("chat", chat.id(), "member", "ada", "text", "/remind"));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.body().path("message").asString()).contains("sendEventsTo");
		}
	}

	@Test
	void urlWhenItDoesNotAnswerChallengeThenIsNotTaken() {
		try (FeishuSimulator feishu = FeishuSimulator.start();
				TestApplication application = TestApplication.notYetKnownTo(feishu)) {
			application.answers("{\"challenge\": \"other\"}");
			assertThatIllegalStateException().isThrownBy(() -> feishu.sendEventsTo(application.url()))
				.withMessageContaining("did not respond to the check of the URL");
			application.answers(404, "");
			assertThatIllegalStateException().isThrownBy(() -> feishu.sendCallbacksTo(application.url()))
				.withMessageContaining("status 404");

			SimulatedChat chat = feishu.createChat("ada");
			assertThatIllegalStateException().isThrownBy(() -> chat.member("ada").says("Hi"));

			assertThat(application.calls()).hasSize(2);
			assertThatIllegalArgumentException().isThrownBy(() -> feishu.sendEventsTo(URI.create("file:/etc/passwd")));
		}
	}

	@Test
	void challengeWhenUrlIsRegisteredThenHasDocumentedShape(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.notYetKnownTo(feishu)) {
			feishu.sendEventsTo(application.url());

			assertThat(application.lastCall().path("type").asString()).isEqualTo("url_verification");
			assertThat(application.lastCall().path("token").asString()).isEqualTo(feishu.verificationToken());
		}
	}

	@Test
	void eventWhenKeyIsSetThenNothingOfItIsReadable(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.createChat("ada").member("ada").says("hush");

			assertThat(application.calls()).singleElement()
				.satisfies((call) -> assertThat(call.text()).startsWith("{\"encrypt\":\"").doesNotContain("hush"));
		}
	}

	@Test
	void eventWhenNoKeyIsSetThenIsSentAsItIs() {
		try (FeishuSimulator open = FeishuSimulator.builder().eventKeys("", "token").start();
				TestApplication application = TestApplication.of(open)) {
			open.createChat("ada").member("ada").says("loud");

			assertThat(application.calls()).singleElement()
				.extracting(Call::text)
				.asString()
				.contains("loud", "\"token\":\"token\"");
		}
	}

	@Test
	void repeatWhenEventWasSentThenComesAgain(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.createChat("ada").member("ada").says("/remind");

			feishu.repeat(feishu.pushedEvents().get(0));

			List<Call> calls = application.calls();
			assertThat(calls).hasSize(2);
			assertThat(calls.get(1).json()).isEqualTo(calls.get(0).json());
		}
	}

	@Test
	void resetWhenUrlsAreKnownThenTheyStay(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.createChat("ada").member("ada").says("before");
			feishu.reset();
			feishu.createChat("ada").member("ada").says("after");

			assertThat(application.calls()).hasSize(2);
			assertThat(feishu.pushedEvents()).hasSize(1);
		}
	}

	@Test
	void messageWhenWrittenOnPageThenIsSeenAndTold(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			TestClient.Answer answer = act(feishu, "/simulator/messages",
					Map.of("chat", chat.id(), "member", "ada", "text", "@Bot remind me"));

			assertThat(answer.status()).isEqualTo(204);
			assertThat(chat.messagesSeenBy("bob")).singleElement()
				.isInstanceOfSatisfying(ShownText.class, (text) -> assertThat(text.text()).isEqualTo("remind me"));
			assertThat(application.lastCall().at("/event/message/mentions")).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'@all /remind', '@_all /remind', text", "'@ALL', '@_all ', text", "'@allergy', '@allergy', text",
			"'/remind\nme', /remind, post", "'@all\n/remind', @_all, post" })
	void messageWhenWrittenOnPageThenIsAsTheClientMakesIt(String written, String content, String type,
			FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");

			act(feishu, "/simulator/messages", Map.of("chat", chat.id(), "member", "ada", "text", written));

			JsonNode message = application.lastCall().at("/event/message");
			assertThat(message.path("message_type").asString()).isEqualTo(type);
			assertThat(message.path("content").asString()).contains("\"" + content + "\"");
		}
	}

	@Test
	void clickWhenOnPageThenCallsApplication(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat chat = feishu.createChat("ada", "bob");
			String card = new TestClient(feishu).send(TestClient.request(chat, "ada", TestCards.form())).messageId();
			application.answers("{\"toast\": {\"type\": \"info\", \"content\": \"Hi\"}}");

			TestClient.Answer answer = act(feishu, "/simulator/clicks",
					Map.of("chat", chat.id(), "member", "ada", "messageId", card, "action", Map.of("tag", "button")));

			assertThat(answer.status()).isEqualTo(204);
			assertThat(chat.member("ada").lastToast()).hasValue(new ShownToast("info", "Hi", 0));
			assertThat(act(feishu, "/simulator/clicks",
					Map.of("chat", chat.id(), "member", "bob", "messageId", card, "action", Map.of("tag", "button")))
				.status()).as("bob does not see it").isEqualTo(400);
			assertThat(application.calls()).hasSize(1);
		}
	}

	@Test
	void urlsWhenSetByHttpThenAreUsed(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.notYetKnownTo(feishu)) {
			TestClient client = new TestClient(feishu);
			String url = application.url().toString();

			TestClient.Answer answer = client
				.exchange(HttpMethod.PUT, "/simulator/urls", Map.of("Content-Type", "application/json"),
						json(Map.of("callback_url", url, "event_url", url)))
				.block();

			assertThat(answer).isNotNull();
			assertThat(answer.status()).isEqualTo(204);
			feishu.createChat("ada").member("ada").says("Hi");
			assertThat(application.calls()).hasSize(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://evil.example, application/json", "null, application/json", ", text/plain" })
	void actionWhenFromAnotherSiteThenIsRefused(String origin, String type, FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");
		Map<String, String> headers = (origin != null) ? Map.of("Origin", origin, "Content-Type", type)
				: Map.of("Content-Type", type);

		TestClient.Answer answer = new TestClient(feishu).post("/simulator/messages", headers,
				json(Map.of("chat", chat.id(), "member", "ada", "text", "forged")));

		assertThat(answer.status()).isEqualTo(403);
		assertThat(chat.messagesSeenBy("ada")).isEmpty();
	}

	@Test
	void actionWhenFromOwnPageThenIsTaken(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");

		TestClient.Answer answer = new TestClient(feishu).post("/simulator/messages",
				Map.of("Origin", feishu.baseUrl().toString(), "Content-Type", "application/json"),
				json(Map.of("chat", chat.id(), "member", "ada", "text", "Hi")));

		assertThat(answer.status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "{}", "{\"chat\": \"oc_gone\", \"member\": \"ada\", \"text\": \"Hi\"}" })
	void actionWhenItMakesNoSenseThenIsRefused(String body, FeishuSimulator feishu) {
		assertThat(new TestClient(feishu).post("/simulator/messages", Map.of("Content-Type", "application/json"), body)
			.status()).isEqualTo(400);
	}

	private static TestClient.Answer act(FeishuSimulator feishu, String path, Map<String, ?> body) {
		return new TestClient(feishu).post(path, Map.of("Content-Type", "application/json"), json(body));
	}

	private static String json(Map<String, ?> body) {
		var json = JsonNodeFactory.instance.objectNode();
		body.forEach((name, value) -> {
			if (value instanceof Map<?, ?> map) {
				map.forEach((key, text) -> json.withObject(name).put(key.toString(), text.toString()));
			}
			else {
				json.put(name, value.toString());
			}
		});
		return json.toString();
	}

}
