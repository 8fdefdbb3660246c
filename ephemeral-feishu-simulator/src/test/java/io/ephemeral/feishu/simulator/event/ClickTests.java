package io.ephemeral.feishu.simulator.event;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.TestApplication;
import io.ephemeral.feishu.simulator.TestCards;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(FeishuSimulatorExtension.class)
class ClickTests {

	private static final Map<String, Object> FILLED = Map.of("text", "Water", "date", LocalDate.of(2026, 7, 1));

	private FeishuSimulator feishu;

	private TestClient client;

	private TestApplication application;

	private SimulatedChat chat;

	@BeforeEach
	void start(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.client = new TestClient(feishu);
		this.application = TestApplication.of(feishu);
		this.chat = feishu.createChat("ada", "bob");
		this.chat.setTimeZone("ada", ZoneId.of("Asia/Shanghai"));
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	private ShownCard privately(JsonNode card) {
		assertThat(this.client.send(TestClient.request(this.chat, "ada", card)).code()).isZero();
		return this.chat.member("ada").sees().get(0);
	}

	private ShownCard publicly(JsonNode card) {
		assertThat(this.client.publish(this.chat, card).code()).isZero();
		return this.chat.member("ada").sees().get(0);
	}

	@Test
	void pressWhenButtonCallsBackThenSendsCallbackOfDocumentedShape() {
		ShownCard card = privately(TestCards.form());

		card.press("Cancel");

		JsonNode call = this.application.lastCall();
		assertThat(call.path("schema").asString()).isEqualTo("2.0");
		assertThat(call.at("/header/event_type").asString()).isEqualTo("card.action.trigger");
		assertThat(call.at("/header/token").asString()).isEqualTo(this.feishu.verificationToken());
		assertThat(call.at("/header/app_id").asString()).isEqualTo(this.feishu.appId());
		assertThat(call.at("/header/create_time").asString()).hasSize(16).containsOnlyDigits();
		assertThat(call.at("/event/operator/open_id").asString()).isEqualTo(this.chat.openId("ada"));
		assertThat(call.at("/event/operator/user_id").asString()).isEqualTo(this.chat.userId("ada"));
		assertThat(call.at("/event/token").asString()).startsWith("c-");
		assertThat(call.at("/event/host").asString()).isEqualTo("im_message");
		assertThat(call.at("/event/context/open_message_id").asString()).isEqualTo(card.messageId());
		assertThat(call.at("/event/context/open_chat_id").asString()).isEqualTo(this.chat.id());
		assertThat(call.at("/event/action")).isEqualTo(Json
			.parse("{\"tag\": \"button\", \"value\": {\"action\": \"cancel\"}, \"timezone\": \"Asia/Shanghai\"}"));
	}

	@Test
	void submitWhenFilledInThenSendsValuesInTheirShapes() {
		privately(TestCards.form()).submit(Map.of("text", "Water the plants", "date", LocalDate.of(2026, 7, 1), "time",
				LocalTime.of(8, 5), "until", LocalDateTime.of(2026, 7, 2, 10, 0), "size", "Small", "whom",
				List.of("bob", this.chat.openId("ada")), "loud", true));

		JsonNode action = this.application.lastCall().at("/event/action");
		assertThat(action.path("name").asString()).isEqualTo("save");
		assertThat(action.path("value").path("action").asString()).isEqualTo("save");
		assertThat(action.path("form_value")).isEqualTo(Json.parse("""
				{"text": "Water the plants", "note": "none", "date": "2026-07-01 +0800", "time": "08:05 +0800",
				 "until": "2026-07-02 10:00 +0800", "size": "s", "whom": ["%s", "%s"], "loud": true}
				""".formatted(this.chat.openId("bob"), this.chat.openId("ada"))));
	}

	@Test
	void submitWhenFieldsAreLeftOutThenSendsWhatTheFormShows() {
		privately(TestCards.form()).submit("Save", FILLED);

		assertThat(this.application.lastCall().at("/event/action/form_value")).isEqualTo(Json.parse("""
				{"text": "Water", "note": "none", "date": "2026-07-01 +0800", "time": "09:00 +0800", "size": "l",
				 "loud": false}
				"""));
	}

	@Test
	void submitWhenRequiredFieldIsEmptyThenClientSaysSoAndCallsNobody() {
		privately(TestCards.form()).submit(Map.of("text", " "));

		assertThat(this.chat.member("ada").lastToast()).hasValue(new ShownToast("error", "Required: What, Day", 0));
		assertThat(this.application.calls()).isEmpty();
	}

	@Test
	void submitWhenFieldOrOptionIsUnknownThenMessageListsThem() {
		ShownCard card = privately(TestCards.form());

		assertThatIllegalArgumentException().isThrownBy(() -> card.submit(Map.of("txet", "Water")))
			.withMessageContaining("'txet'")
			.withMessageContaining("[text, note, date");
		assertThatIllegalArgumentException().isThrownBy(() -> card.submit(Map.of("size", "huge")))
			.withMessageContaining("[s, Small, l, Large]");
		assertThatIllegalArgumentException().isThrownBy(() -> card.submit(Map.of("whom", "carl")))
			.withMessageContaining("bob");
		assertThatIllegalArgumentException().isThrownBy(() -> card.submit(Map.of("text", "w".repeat(21))))
			.withMessageContaining("20 characters");
		assertThatIllegalArgumentException().isThrownBy(() -> card.press("Delete"))
			.withMessageContaining("button 'Save'");
	}

	@Test
	void pressWhenButtonResetsThenNobodyIsCalled() {
		assertThat(privately(TestCards.form()).press("Clear")).isEmpty();

		assertThat(this.application.calls()).isEmpty();
	}

	@Test
	void chooseWhenOutsideOfFormThenIsReportedAtOnce() {
		ShownCard card = privately(TestCards.fields());

		assertReports(() -> card.choose("Drink", "Tea"), "select_static", "option", "\"tea\"");
		assertReports(() -> card.choose("who", "bob"), "select_person", "option", '"' + this.chat.openId("bob") + '"');
		assertReports(() -> card.choose("Day", "2026-07-01"), "date_picker", "option", "\"2026-07-01 +0800\"");
		assertReports(() -> card.choose("wish", "Rain"), "input", "input_value", "\"Rain\"");
		assertReports(() -> card.choose("Done", true), "checker", "checked", "true");
		assertReports(() -> card.choose("more", "Keep"), "overflow", "option", "\"keep\"");
		assertReports(() -> card.choose("dish", "soup"), "select_img", "options", "\"soup\"");
		assertReports(() -> card.press("Row 1"), "interactive_container", "value", "{\"row\":1}");
	}

	private void assertReports(Runnable use, String tag, String property, String value) {
		use.run();
		JsonNode action = this.application.lastCall().at("/event/action");
		assertThat(action.path("tag").asString()).isEqualTo(tag);
		assertThat(action.path(property)).isEqualTo(Json.parse(value));
	}

	@Test
	void useWhenNothingCallsBackThenNobodyIsCalled() {
		ShownCard card = privately(TestCards.fields());

		card.press("Jump");
		card.choose("Local", true);

		assertThat(this.application.calls()).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> card.press("Off")).withMessageContaining("disabled");
	}

	@Test
	void pressWhenContainerIsAFrameThenNobodyIsCalled() {
		ShownCard card = privately(Json.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "interactive_container", "elements": [
				 {"tag": "markdown", "content": "Frame"}]}]}}
				"""));

		card.press("Frame");

		assertThat(this.application.calls()).isEmpty();
	}

	@Test
	void pressWhenCardHasLanguagesThenButtonOfTheMemberIsPressed() {
		this.chat.setLanguage("ada", Locale.SIMPLIFIED_CHINESE);
		ShownCard card = privately(Json
			.parse("""
					{"i18n_elements": {"en_us": [{"tag": "markdown", "content": "Buses"}], "zh_cn": [{"tag": "action", "actions": [
					 {"tag": "button", "text": {"tag": "plain_text", "content": "保存"}, "value": {"a": 1}}]}]}}
					"""));

		assertReports(() -> card.press("保存"), "button", "value", "{\"a\":1}");
	}

	@Test
	void pressWhenAnswerHasToastThenMemberIsToldInOwnLanguage() {
		ShownCard card = privately(TestCards.form());
		this.application.answers("""
				{"toast": {"type": "success", "content": "Saved", "i18n": {"zh_cn": "已保存"}}}
				""");

		assertThat(card.press("Cancel")).hasValue(new ShownToast("success", "Saved", 0));
		this.chat.setLanguage("ada", Locale.SIMPLIFIED_CHINESE);
		assertThat(card.press("Cancel")).hasValue(new ShownToast("success", "已保存", 0));
		assertThat(this.chat.member("ada").toasts()).hasSize(2);
		assertThat(this.chat.member("bob").toasts()).isEmpty();
	}

	@Test
	void pressWhenAnswerHasCardThenEverybodySeesIt() {
		ShownCard card = publicly(TestCards.form());
		this.application.answers("{\"card\": {\"type\": \"raw\", \"data\": " + TestClient.card("Done") + "}}");

		assertThat(card.press("Cancel")).isEmpty();

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Done");
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Done");
	}

	@Test
	void pressWhenCardIsPrivateAndAnswerHasCardThenItTakesItsPlaceForThatMemberOnly() {
		ShownCard card = privately(TestCards.form());
		this.client.send(TestClient.request(this.chat, "bob", TestCards.form()));
		this.application.answers("{\"card\": {\"type\": \"raw\", \"data\": " + TestClient.card("Thank you") + "}}");

		card.press("Cancel");

		assertThat(this.chat.seenBy("ada")).singleElement().satisfies((shown) -> {
			assertThat(shown.title()).isEqualTo("Thank you");
			assertThat(shown.messageId()).isEqualTo(card.messageId());
			assertThat(shown.onlyYou()).isTrue();
		});
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Remind");
	}

	@Test
	void pressWhenCardHasTakenThePlaceThenCanBePressedAndDeleted() {
		ShownCard card = privately(TestCards.fields());
		this.application.answers("{\"card\": {\"type\": \"raw\", \"data\": " + TestCards.form() + "}}");
		card.press("Row 1");
		this.application.answers("{}");

		this.chat.seenBy("ada").get(0).press("Cancel");
		this.client.delete(card.messageId());

		assertThat(this.application.lastCall().at("/event/context/open_message_id").asString())
			.isEqualTo(card.messageId());
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1.0 | {"header": {"title": {"tag": "plain_text", "content": "New"}}} | 0
			1.0 | {"schema": "2.0"}                                              | 0
			2.0 | {"schema": "2.0", "body": {"elements": []}}                    | 0
			2.0 | {"header": {"title": {"tag": "plain_text", "content": "New"}}} | 200830
			2.0 | {}                                                             | 200830
			""")
	void pressWhenAnsweredCardIsOfOtherVersionThenOnlyTurningBackIsRefused(String version, String answered, int code) {
		JsonNode card = Json.parse(version.equals("2.0") ? """
				{"schema": "2.0", "body": {"elements": [{"tag": "button", "name": "go"}]}}
				""" : """
				{"elements": [{"tag": "action", "actions": [{"tag": "button", "name": "go", "value": {"a": 1},
				 "text": {"tag": "plain_text", "content": "Go"}}]}]}
				""");
		ShownCard before = privately(card);
		this.application.answers("{\"card\": {\"type\": \"raw\", \"data\": " + answered + "}}");

		assertThat(before.press("go").map(ShownToast::code).orElse(0)).isEqualTo(code);
		assertThat(this.chat.seenBy("ada").get(0).json()).isEqualTo((code == 0) ? Json.parse(answered) : card);
	}

	@Test
	void submitWhenButtonHasNoCallbackThenIsReportedByItsNameAlone() {
		ShownCard card = privately(Json.parse("""
				{"schema": "2.0", "body": {"elements": [{"tag": "form", "name": "reminder", "elements": [
				  {"tag": "input", "name": "text"},
				  {"tag": "button", "name": "first__action__save", "form_action_type": "submit",
				   "text": {"tag": "plain_text", "content": "Save"}}]}]}}
				"""));

		card.submit(Map.of("text", "Water"));

		assertThat(this.application.lastCall().at("/event/action")).isEqualTo(Json.parse("""
				{"tag": "button", "name": "first__action__save", "form_value": {"text": "Water"},
				 "timezone": "Asia/Shanghai"}
				"""));
	}

	@Test
	void pressWhenAnsweredCardIsNotSharedThenOnlyOperatorSeesIt() {
		ShownCard card = publicly(Json.parse("""
				{"header": {"title": {"tag": "plain_text", "content": "Old"}},
				 "elements": [{"tag": "action", "actions": [
				   {"tag": "button", "text": {"tag": "plain_text", "content": "Mine"}, "value": {"a": 1}}]}]}
				"""));
		this.application.answers("""
				{"card": {"type": "raw", "data": {"header": {"title": {"tag": "plain_text", "content": "New"}},
				 "elements": []}}}
				""");

		card.press("Mine");

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("New");
		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::title).containsExactly("Old");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200671 | 500 | {}
			200671 | 302 | {}
			200672 | 200 |
			200672 | 200 | null
			200672 | 200 | oops
			200672 | 200 | {"toast": {"type": "loud", "content": "x"}}
			200672 | 200 | {"toast": {"type": "info"}}
			200673 | 200 | {"card": {"schema": "2.0"}}
			200673 | 200 | {"card": {"type": "raw", "data": "{}"}}
			200673 | 200 | {"card": {"type": "raw", "data": {"schema": "2.0", "body": {"elements": [{"tag": "note"}]}}}}
			200830 | 200 | {"card": {"type": "raw", "data": {"elements": []}}}
			""")
	void pressWhenAnswerIsWrongThenClientShowsCode(int code, int status, String body) {
		ShownCard card = privately(TestCards.form());
		this.application.answers(status, (body != null) ? body : "");

		assertThat(card.press("Cancel")).hasValueSatisfying((toast) -> {
			assertThat(toast.type()).isEqualTo("error");
			assertThat(toast.code()).isEqualTo(code);
		});
		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Remind");
	}

	@Test
	void pressWhenApplicationIsLateThenClientShowsCode() {
		ShownCard card = privately(TestCards.form());
		this.application.answersAfter(Duration.ofMinutes(5));

		assertThat(card.press("Cancel")).hasValueSatisfying((toast) -> assertThat(toast.code()).isEqualTo(200341));
		assertThat(this.feishu.pushedEvents()).last().satisfies((event) -> {
			assertThat(event.isAnswered()).isFalse();
			assertThat(event.status()).isZero();
		});
	}

	@Test
	void pressWhenApplicationIsGoneThenClientShowsCode() {
		ShownCard card = privately(TestCards.form());
		this.application.close();

		assertThat(card.press("Cancel")).hasValueSatisfying((toast) -> assertThat(toast.code()).isEqualTo(200342));
	}

	@Test
	void pressWhenNoUrlIsKnownThenClientShowsCode() {
		try (FeishuSimulator other = FeishuSimulator.start()) {
			SimulatedChat lonely = other.createChat("ada");
			new TestClient(other).send(TestClient.request(lonely, "ada", TestCards.form()));

			assertThat(lonely.seenBy("ada").get(0).press("Cancel")).hasValueSatisfying((toast) -> {
				assertThat(toast.code()).isEqualTo(200340);
				assertThat(toast.content()).contains("sendCallbacksTo");
			});
		}
	}

	@Test
	void pressWhenCardIsGoneThenFails() {
		ShownCard card = privately(TestCards.form());
		this.client.delete(card.messageId());

		assertThatIllegalStateException().isThrownBy(() -> card.press("Cancel")).withMessageContaining("ada");
	}

	@Test
	void pressWhenPublicCardIsRecalledBeforeAnswerThenClientShowsCode() {
		ShownCard card = publicly(TestCards.form());
		this.application.doesBeforeItAnswers(() -> recallElsewhere(card));

		assertThat(card.press("Cancel")).hasValueSatisfying((toast) -> assertThat(toast.code()).isEqualTo(300000));
	}

	private void recallElsewhere(ShownCard card) {
		Thread other = new Thread(() -> this.client.recall(card.messageId()));
		other.start();
		try {
			other.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void pressWhenLegacyThenSendsOlderShapeAndTakesBareCard() {
		try (FeishuSimulator legacy = FeishuSimulator.builder().legacyCallbacks().start();
				TestApplication old = TestApplication.of(legacy)) {
			SimulatedChat tea = legacy.createChat("ada");
			new TestClient(legacy).send(TestClient.request(tea, "ada", TestCards.form()));
			old.answers(TestClient.card("Done").toString());

			tea.seenBy("ada").get(0).press("Cancel");

			assertThat(old.lastCall().has("schema")).isFalse();
			assertThat(old.lastCall().path("open_id").asString()).isEqualTo(tea.openId("ada"));
			assertThat(old.lastCall().at("/action/value/action").asString()).isEqualTo("cancel");
			assertThat(tea.seenBy("ada")).extracting(ShownCard::title).containsExactly("Done");
		}
	}

	@Test
	void repeatWhenCallbackWasSentThenHasSameIdAndOtherNonce() {
		privately(TestCards.form()).press("Cancel");

		this.feishu.repeat(this.feishu.pushedEvents().get(0));

		List<TestApplication.Call> calls = this.application.calls();
		assertThat(calls).hasSize(2);
		assertThat(calls.get(1).json()).isEqualTo(calls.get(0).json());
		assertThat(calls.get(1).headers().get("X-Lark-Request-Nonce"))
			.isNotEqualTo(calls.get(0).headers().get("X-Lark-Request-Nonce"));
	}

}
