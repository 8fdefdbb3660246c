package io.ephemeral.feishu.simulator.api;

import java.time.Duration;
import java.util.Map;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MutableClock;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenApiTests {

	private final MutableClock clock = new MutableClock();

	private FeishuSimulator feishu;

	private TestClient client;

	@BeforeEach
	void start() {
		this.feishu = FeishuSimulator.builder().credentials("cli_a", "secret").clock(this.clock).start();
		this.client = new TestClient(this.feishu);
	}

	@AfterEach
	void close() {
		this.feishu.close();
	}

	@Test
	void tokenWhenFetchedThenLivesTwoHours() {
		Answer answer = this.client.fetchToken();

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isZero();
		assertThat(answer.body().path("tenant_access_token").asString()).startsWith("t-");
		assertThat(answer.body().path("expire").asInt()).isEqualTo(7200);
	}

	@Test
	void tokenWhenHalfAnHourRemainsThenIsTheSameWithRemainingSeconds() {
		String token = this.client.token();

		this.clock.advance(Duration.ofMinutes(90));

		Answer again = this.client.fetchToken();
		assertThat(again.body().path("tenant_access_token").asString()).isEqualTo(token);
		assertThat(again.body().path("expire").asInt()).isEqualTo(1800);
	}

	@Test
	void tokenWhenLessThanHalfAnHourRemainsThenIsNewAndOldOneStaysGood() {
		String old = this.client.token();

		this.clock.advance(Duration.ofMinutes(90).plusSeconds(1));

		assertThat(this.client.token()).isNotEqualTo(old);
		assertThat(codeWith(old)).isNotEqualTo(99991663);
		this.clock.advance(Duration.ofMinutes(29).plusSeconds(59));
		assertThat(codeWith(old)).isEqualTo(99991663);
	}

	@Test
	void tokenWhenRevokedThenIsRefusedAndNextOneIsNew() {
		String revoked = this.client.token();

		this.feishu.revokeTokens();

		assertThat(codeWith(revoked)).isEqualTo(99991663);
		assertThat(this.client.token()).isNotEqualTo(revoked);
	}

	@Test
	void appTokenWhenFetchedThenServesAsTenantToken() {
		Answer answer = this.client.post("/open-apis/auth/v3/app_access_token/internal", Map.of(),
				"{\"app_id\":\"cli_a\",\"app_secret\":\"secret\"}");

		assertThat(answer.body().path("app_access_token").asString()).isEqualTo(this.client.token());
		assertThat(answer.body().path("tenant_access_token").asString()).isEqualTo(this.client.token());
	}

	@Test
	void tokenWhenAppIsUnknownThen10014WithStatus200() {
		Answer answer = this.client.fetchToken("cli_b", "secret");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"code\":10014,\"msg\":\"app id not exists\"}");
		assertThat(answer.headers().get("X-Tt-Logid")).isNotBlank();
	}

	@Test
	void tokenWhenSecretIsWrongThen10015WithStatus200() {
		Answer answer = this.client.fetchToken("cli_a", "wrong");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"code\":10015,\"msg\":\"app secret invalid\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"app_id": "cli_a", "app_secret": " "} | app_secret is required and must be a string
			{"app_id": "cli_a", "app_secret": 7} | app_secret is required and must be a string
			{"app_secret": "secret"} | app_id is required and must be a string
			[] | app_id is required and must be a string
			app_id=cli_a | the body is not JSON
			`` | app_id is required and must be a string
			""")
	void tokenWhenParametersAreMalformedThen10003WithStatus200(String body, String explanation) {
		Answer answer = this.client.post(TestClient.TOKEN, Map.of(), body);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"code\":10003,\"msg\":\"invalid param\",\"data\":{}}");
		assertThat(answer.headers().get(ApiResponse.EXPLANATION)).isEqualTo(explanation);
	}

	private int codeWith(String token) {
		return this.client
			.post(TestClient.SEND, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"), "{}")
			.code();
	}

}
