package io.ephemeral.feishu.system.field;

import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.CardViolation.Severity;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Cards from the field, checked by the validator and sent to the simulator. The two share
 * no code, so where they differ one of them is wrong.
 */
class FieldCardTests {

	private static FeishuSimulator feishu;

	private static SimulatedChat chat;

	private static String token;

	private static RestClient client;

	@BeforeAll
	static void start() {
		feishu = FeishuSimulator.builder().rateLimits(false).start();
		chat = feishu.createChat("ada");
		client = RestClient.create(feishu.baseUrl().toString());
		token = post("/open-apis/auth/v3/tenant_access_token/internal", "",
				JsonMapper.shared()
					.createObjectNode()
					.put("app_id", feishu.appId())
					.put("app_secret", feishu.appSecret()))
			.path("tenant_access_token")
			.stringValue();
	}

	@AfterAll
	static void stop() {
		feishu.close();
	}

	@TestFactory
	Stream<DynamicTest> cardWhenFromTheFieldThenIsJudgedAsThePlatformDoes() {
		return FieldCase.tests("card", FieldCardTests::judge);
	}

	@TestFactory
	Stream<DynamicTest> cardWhenCheckedThenSimulatorAgreesWithValidator() {
		return Stream.concat(FieldCase.all("card"), FieldCase.corpus())
			.map((fieldCase) -> DynamicTest.dynamicTest(fieldCase.name(), () -> compare(fieldCase)));
	}

	private static void judge(FieldCase fieldCase) {
		Judgment judgment = Judgment.of(fieldCase);
		switch (fieldCase.expect().asString()) {
			case "accept" -> assertThat(judgment.errors()).as(fieldCase.name()).isEmpty();
			case "refuse" -> assertThat(judgment.refused()).as(fieldCase.name()).isTrue();
			case "warn" -> {
				assertThat(judgment.errors()).as(fieldCase.name()).isEmpty();
				assertThat(judgment.violations()).as(fieldCase.name()).isNotEmpty();
			}
			case "told" ->
				assertThat(judgment.refused() || !judgment.violations().isEmpty()).as(fieldCase.name()).isTrue();
			case "accept?" -> {
			}
			default -> fail("Unknown expectation " + fieldCase.expect());
		}
	}

	private static void compare(FieldCase fieldCase) {
		Judgment judgment = Judgment.of(fieldCase);
		JsonNode response = isPublic(fieldCase) ? publish(fieldCase.input()) : send(fieldCase.input());

		assertThat(response.path("code").intValue() != 0).as(judgment + " but " + response.path("msg"))
			.isEqualTo(judgment.refused());
	}

	private static boolean isPublic(FieldCase fieldCase) {
		return fieldCase.where().equals("public");
	}

	private static JsonNode publish(JsonNode card) {
		return post("/open-apis/im/v1/messages?receive_id_type=chat_id", token,
				JsonMapper.shared()
					.createObjectNode()
					.put("receive_id", chat.id())
					.put("msg_type", "interactive")
					.put("content", card.toString()));
	}

	private static JsonNode send(JsonNode card) {
		return post("/open-apis/ephemeral/v1/send", token,
				JsonMapper.shared()
					.createObjectNode()
					.put("chat_id", chat.id())
					.put("open_id", chat.openId("ada"))
					.put("msg_type", "interactive")
					.set("card", card));
	}

	private static JsonNode post(String path, String token, JsonNode body) {
		return client.post()
			.uri(path)
			.header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.body(body.toString())
			.exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
	}

	/**
	 * Judgment of the library about a card.
	 *
	 * @param readable whether the text was accepted as a card
	 */
	private record Judgment(boolean readable, List<CardViolation> violations) {

		static Judgment of(FieldCase fieldCase) {
			CardTarget target = isPublic(fieldCase) ? CardTarget.PUBLIC : CardTarget.EPHEMERAL;
			try {
				return new Judgment(true, new CardValidator().validate(RawCard.of(fieldCase.input()), target));
			}
			catch (InvalidCardException ex) {
				return new Judgment(false, ex.violations());
			}
		}

		List<CardRule> errors() {
			return this.violations.stream()
				.filter((violation) -> violation.severity() == Severity.ERROR)
				.map(CardViolation::rule)
				.toList();
		}

		boolean refused() {
			return !this.readable || !errors().isEmpty();
		}

	}

}
