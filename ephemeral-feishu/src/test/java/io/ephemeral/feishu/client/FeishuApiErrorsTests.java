package io.ephemeral.feishu.client;

import java.net.URI;
import java.time.Duration;

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
		assertThat(error.hint()).isEqualTo("the card has a tag that JSON 2.0 does not have");
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

	private FeishuApiException error(String operation, int code, String body) {
		return FeishuApiException.of(FeishuApiErrors.read(operation, HttpStatus.BAD_REQUEST, this.headers, code,
				JsonMapper.shared().readTree(body)));
	}

}
