package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.Map;

import io.ephemeral.feishu.simulator.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
	void tokenWhenAppIsUnknownThen99991543WithStatus200() {
		Answer answer = this.client.fetchToken("cli_b", "secret");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isEqualTo(99991543);
		assertThat(answer.body().path("error").path("log_id").asString()).isEqualTo(answer.headers().get("X-Tt-Logid"));
	}

	@Test
	void tokenWhenSecretIsWrongThen10015() {
		assertThat(this.client.fetchToken("cli_a", "wrong").code()).isEqualTo(10015);
	}

	@Test
	void tokenWhenSecretIsBlankThen10003NamesField() {
		Answer answer = this.client.fetchToken("cli_a", " ");

		assertThat(answer.code()).isEqualTo(10003);
		assertThat(answer.violatedField()).isEqualTo("app_secret");
	}

	@Test
	void tokenWhenBodyIsNotJsonThen10003() {
		assertThat(this.client.post(TestClient.TOKEN, Map.of(), "app_id=cli_a").code()).isEqualTo(10003);
		assertThat(this.client.post(TestClient.TOKEN, Map.of(), "").code()).isEqualTo(10003);
	}

	private int codeWith(String token) {
		return this.client
			.post(TestClient.SEND, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"), "{}")
			.code();
	}

}
