package io.ephemeral.feishu.error;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuApiErrorsTests {

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void errorWhenScopeIsMissingThenTellsWhatToGrantAndWhere() {
		FeishuApiException error = error("ephemeral.send", 99991672, """
				{ "msg": "Access denied", "error": {
				  "log_id": "202307211618216F3E9EB64DC7E1234",
				  "permission_violations": [
				    { "type": "action_scope_required", "subject": "im:message" },
				    { "type": "action_scope_required", "subject": "im:message:send_as_bot" } ],
				  "helps": [ { "url": "https://open.feishu.cn/app/cli_1/auth?q=im:message" } ] } }""");

		assertThat(error).isInstanceOf(NotAuthorizedException.class)
			.hasMessageContaining("grant the app one of the scopes")
			.hasMessageContaining("https://open.feishu.cn/app/cli_1/auth?q=im:message");
		assertThat(error.logId()).isEqualTo("202307211618216F3E9EB64DC7E1234");
		assertThat(error.error().missingScopes()).containsExactly("im:message", "im:message:send_as_bot");
		assertThat(error.error().console()).isEqualTo(URI.create("https://open.feishu.cn/app/cli_1/auth?q=im:message"));
	}

	@Test
	void errorWhenCardIsRefusedThenUnpacksCodeAndPath() {
		FeishuApiException error = error("message.send", 230099, """
				{ "msg": "Failed to create card content, ext=ErrCode: 200861; ErrMsg: unsupported tag note; \
				ErrPath: ROOT -> body -> elements -> 2" }""");

		assertThat(error).isInstanceOf(CardRefusedException.class);
		assertThat(error.error().innerCode()).isEqualTo(200861);
		assertThat(error.error().innerPath()).isEqualTo("body.elements[2]");
		assertThat(error.hint()).isEqualTo("the card has a tag that JSON 2.0 does not define");
	}

	@Test
	void errorWhenThrottledThenTellsHowLongToWait() {
		this.headers.add("x-ogw-ratelimit-reset", "52");
		this.headers.add("X-Tt-Logid", "2026");

		FeishuApiException error = error("ephemeral.send", 99991400, "{\"msg\":\"request trigger frequency limit\"}");

		assertThat(error).isInstanceOf(RateLimitedException.class);
		assertThat(error.error().retryAfter()).isEqualTo(Duration.ofSeconds(52));
		assertThat(error.logId()).isEqualTo("2026");
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "-1", "", "99999999999999999999", "1.5" })
	void errorWhenWaitIsNoNumberOfSecondsThenTellsNone(String reset) {
		this.headers.add("x-ogw-ratelimit-reset", reset);

		assertThat(error("ephemeral.send", 99991400, "{}").error().retryAfter()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"msg\":7,\"error\":\"x\"}", "{\"error\":{\"helps\":{}}}",
			"{\"error\":{\"helps\":[{\"url\":\"https://a b\"}],\"permission_violations\":[1]}}" })
	void errorWhenBodyIsPoorThenKeepsTheCode(String body) {
		FeishuApiException error = error("ephemeral.send", 4711, body);

		assertThat(error.code()).isEqualTo(4711);
		assertThat(error.category()).isEqualTo(ErrorCategory.UNKNOWN);
		assertThat(error.error().console()).isNull();
		assertThat(error).hasMessageStartingWith("ephemeral.send was refused: 4711");
	}

	@ParameterizedTest
	@CsvSource({ "18053, ChatUnsupportedException", "11206, ViewerNotReachableException",
			"99991403, QuotaExhaustedException", "11237, GoneException", "11248, CardRefusedException",
			"10002, FeishuApiException" })
	void errorWhenCallerWouldActDifferentlyThenHasATypeOfItsOwn(int code, String type) {
		assertThat(error("ephemeral.send", code, "{}").getClass().getSimpleName()).isEqualTo(type);
	}

	@Test
	void errorWhenFieldsAreNotValidThenNamesThemWithoutTheirValues() {
		FeishuApiException error = error("message.send", 99992402, """
				{ "msg": "field validation failed", "error": { "field_violations": [
				  { "field": "uuid", "value": "salary-of-ada", "description": "the max len is 50" },
				  { "field": "card", "value": { "a": "salary" }, "description": "card is required" } ] } }""");

		assertThat(error.category()).isEqualTo(ErrorCategory.INVALID_REQUEST);
		assertThat(error.violations()).containsExactly(new FieldViolation("uuid", "the max len is 50"),
				new FieldViolation("card", "card is required"));
		assertThat(error).hasMessage("message.send was refused: 99992402 field validation failed; "
				+ "uuid: the max len is 50; card: card is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":{\"field_violations\":[{\"field\":\"uuid\",\"description\":\"too long\"}]}}",
			"{\"field_violations\":[{\"field\":\"uuid\",\"description\":\"too long\"}]}",
			"{\"field_violations\":[{\"field\":\"uuid\",\"description\":\"too long\"}],"
					+ "\"error\":{\"field_violations\":[{\"field\":\"uuid\",\"description\":\"too long\"}]}}",
			"{\"field_violations\":[7,null,{},{\"field\":null},{\"field\":\" uuid\\n\",\"description\":\"too\\u200b long\"}]}" })
	void violationsWhenReadThenComeFromBothPlaces(String body) {
		assertThat(error("message.send", 99992402, body).violations())
			.containsExactly(new FieldViolation("uuid", "too long"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"field_violations\":{}}", "{\"field_violations\":\"uuid\"}",
			"{\"error\":{\"field_violations\":[[]]}}" })
	void violationsWhenThereAreNoneThenAreEmpty(String body) {
		assertThat(error("message.send", 99992402, body).violations()).isEmpty();
	}

	@Test
	void violationWhenItsWordsRepeatTheValueThenTheyLoseIt() {
		FeishuApiException error = error("message.send", 99992402,
				"""
						{ "field_violations": [ { "field": "a", "value": "salary of Ada", "description": "'salary of Ada' is no id" },
						  { "field": "b", "value": "50", "description": "the max len is 50" },
						  { "field": "c", "value": 123456, "description": "123456 is too much" } ] }""");

		assertThat(error.violations()).extracting(FieldViolation::description)
			.containsExactly("'…' is no id", "the max len is 50", "… is too much");
	}

	@Test
	void violationsWhenManyAndLongThenAreBounded() {
		String violation = "{\"field\":\"%d" + "f".repeat(5000) + "\",\"description\":\"" + "d".repeat(5000) + "\"}";
		String many = IntStream.range(0, 1000).mapToObj(violation::formatted).collect(Collectors.joining(","));
		FeishuApiException error = error("message.send", 99992402, "{\"field_violations\":[" + many + "]}");

		assertThat(error.violations()).hasSize(50).allSatisfy((field) -> {
			assertThat(field.field()).hasSizeLessThanOrEqualTo(100);
			assertThat(field.description()).hasSizeLessThanOrEqualTo(200);
		});
		assertThat(error.getMessage()).hasSizeLessThan(2000).endsWith("; …");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026\tid", "a b", "", "a\u202eb", "日志", "%0a", "<b>" })
	void logIdWhenItHasAnotherFormThenIsAbsent(String logId) {
		String body = JsonMapper.shared().writeValueAsString(Map.of("error", Map.of("log_id", logId)));

		assertThat(error("ephemeral.send", 18053, body).logId()).isNull();
		assertThat(new UnexpectedResponseException("a.b", HttpStatus.OK, logId, "x", null).logId()).isNull();
	}

	@Test
	void logIdWhenItHasAnyLengthThenIsBounded() {
		this.headers.set("X-Tt-Logid", "a".repeat(128));
		assertThat(error("ephemeral.send", 18053, "{\"error\":{\"log_id\":\"b c\"}}").logId()).hasSize(128);

		this.headers.set("X-Tt-Logid", "a".repeat(129));
		assertThat(error("ephemeral.send", 18053, "{}").logId()).isNull();
	}

	@Test
	void textsWhenUnprintableThenLoseWhatIs() {
		FeishuApiException error = error("ephemeral.send", 99991672,
				"""
						{ "msg": "no\\u202e\\u0000\\u2028way", "error": {
						  "permission_violations": [ { "subject": "im:\\u200bmessage" }, { "subject": "a b" }, { "subject": "\\n" } ],
						  "helps": [ { "url": "https://open.feishu.cn/\\u202eapp" } ] } }""");

		assertThat(error.platformMessage()).isEqualTo("no  way");
		assertThat(error.error().missingScopes()).containsExactly("im:message");
		assertThat(error.error().console()).isEqualTo(URI.create("https://open.feishu.cn/app"));
	}

	@Test
	void textsWhenLongThenAreBounded() {
		String subjects = "{\"subject\":\"im:message\"},".repeat(1000) + "{\"subject\":\"" + "a".repeat(129) + "\"}";
		FeishuApiException error = error("ephemeral.send", 99991672,
				"{\"msg\":\"" + "x".repeat(100_000) + "\",\"error\":{\"permission_violations\":[" + subjects
						+ "],\"helps\":[{\"url\":\"https://a/" + "b".repeat(600) + "\"}]}}");

		assertThat(error.platformMessage()).hasSize(4000);
		assertThat(error.error().missingScopes()).hasSizeLessThanOrEqualTo(50);
		assertThat(error.error().console()).isNull();
		assertThat(error.getMessage()).hasSizeLessThan(1000);
	}

	@ParameterizedTest
	@CsvSource({ "99991403, QUOTA_EXHAUSTED", "99991400, RATE_LIMITED", "4711, RATE_LIMITED", "1500, RATE_LIMITED",
			"18121, RATE_LIMITED", "11206, VIEWER_NOT_REACHABLE", "230099, CARD_REFUSED" })
	void errorWhenStatusIs429ThenCodeDecidesFirst(int code, ErrorCategory category) {
		FeishuApiError error = FeishuApiErrors.read("ephemeral.send", HttpStatus.TOO_MANY_REQUESTS, this.headers, code,
				JsonMapper.shared().createObjectNode());

		assertThat(error.category()).isEqualTo(category);
	}

	private FeishuApiException error(String operation, int code, String body) {
		return FeishuApiException.of(FeishuApiErrors.read(operation, HttpStatus.BAD_REQUEST, this.headers, code,
				JsonMapper.shared().readTree(body)));
	}

}
