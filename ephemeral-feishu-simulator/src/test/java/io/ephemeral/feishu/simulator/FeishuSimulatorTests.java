package io.ephemeral.feishu.simulator;

import java.util.Map;

import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(FeishuSimulatorExtension.class)
class FeishuSimulatorTests {

	@Test
	void startWhenNothingIsSetThenTakesFreePortAndRandomCredentials(FeishuSimulator feishu) {
		try (FeishuSimulator other = FeishuSimulator.start()) {
			assertThat(other.port()).isPositive().isNotEqualTo(feishu.port());
			assertThat(other.baseUrl()).hasToString("http://127.0.0.1:" + other.port());
			assertThat(other.pageUrl()).hasToString("http://127.0.0.1:" + other.port() + "/");
			assertThat(other.appId()).startsWith("cli_").isNotEqualTo(feishu.appId());
			assertThat(other.appSecret()).isNotEqualTo(feishu.appSecret());
			assertThat(other).asString().contains(other.appId()).doesNotContain(other.appSecret());
		}
	}

	@Test
	void startWhenPortIsTakenThenFails(FeishuSimulator feishu) {
		assertThatThrownBy(() -> FeishuSimulator.builder().port(feishu.port()).start())
			.hasMessageContaining(Integer.toString(feishu.port()));
	}

	@Test
	void closeWhenCalledTwiceThenPortIsFree() {
		FeishuSimulator closed = FeishuSimulator.start();
		closed.close();
		closed.close();

		FeishuSimulator.builder().port(closed.port()).start().close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "192.168.0.1" })
	void requestWhenHostIsForeignThenIsRefused(String host, FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu).post(TestClient.TOKEN, Map.of("Host", host), "{}");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.headers().get("X-Tt-Logid")).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080" })
	void requestWhenHostIsLoopbackThenIsAnswered(String host, FeishuSimulator feishu) {
		assertThat(new TestClient(feishu).post(TestClient.TOKEN, Map.of("Host", host), "{}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /simulator/faults, http://evil.example", "DELETE, /simulator/faults, http://localhost:1",
			"POST, /simulator/messages, null", "POST, /simulator/clicks, http://evil.example",
			"PUT, /simulator/urls, http://127.0.0.1", "GET, /simulator/events, http://evil.example" })
	void controlWhenFromAnotherSiteThenIsRefused(String method, String path, String origin, FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu)
			.exchange(HttpMethod.valueOf(method), path, Map.of("Origin", origin, "Content-Type", "application/json"),
					"{\"fault\": \"reset\"}")
			.block();

		assertThat(answer.status()).isEqualTo(403);
		assertThat(new TestClient(feishu).call(TestClient.TOKEN, "{}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /simulator/faults", "POST, /simulator/messages", "POST, /simulator/clicks",
			"PUT, /simulator/urls" })
	void controlWhenBodyIsTooLargeThenIsRefused(String method, String path, FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu)
			.exchange(HttpMethod.valueOf(method), path, Map.of("Content-Type", "application/json"),
					"{\"text\": \"" + "a".repeat(1024 * 1024) + "\"}")
			.block();

		assertThat(answer.status()).isEqualTo(413);
	}

	@Test
	void requestWhenPathIsUnknownThen404InShapeOfPlatform(FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu).call("/open-apis/im/v9/nothing", "{}");

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.code()).isNotZero();
		assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
		assertThat(answer.body().path("error").path("log_id").asString()).isEqualTo(answer.headers().get("X-Tt-Logid"));
	}

	@Test
	void requestWhenMethodIsWrongThen405(FeishuSimulator feishu) {
		assertThat(new TestClient(feishu).get(TestClient.SEND).status()).isEqualTo(405);
	}

	@Test
	void requestWhenBodyIsOverOneMegabyteThen413(FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu).call(TestClient.SEND, "x".repeat(1024 * 1024 + 1));

		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.code()).isEqualTo(9499);
	}

	@Test
	void requestsWhenAnsweredThenAreRecordedOldestFirst(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createTopicChat("ada");

		new TestClient(feishu).send(chat, "ada", "Lunch?");

		assertThat(feishu.requests()).extracting(RecordedRequest::path)
			.containsExactly(TestClient.TOKEN, TestClient.SEND);
		assertThat(feishu.requestsTo(TestClient.SEND)).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.status()).isEqualTo(200);
			assertThat(request.code()).isEqualTo(18053);
			assertThat(request.header("authorization")).hasValueSatisfying((value) -> assertThat(value).contains("t-"));
			assertThat(request.json().path("chat_id").asString()).isEqualTo(chat.id());
		});
	}

	@Test
	void requestsWhenPrintedThenShowNoSecrets(FeishuSimulator feishu) {
		new TestClient(feishu).send(feishu.createChat("ada"), "ada", "Lunch?");

		assertThat(feishu.requests()).asString()
			.contains("POST /open-apis/ephemeral/v1/send → 200 (code 0)")
			.doesNotContain(feishu.appSecret(), "t-", "Lunch?");
	}

	@Test
	void resetWhenCalledThenNothingIsLeft(FeishuSimulator feishu) {
		TestClient client = new TestClient(feishu);
		SimulatedChat chat = feishu.createChat("ada");
		String token = client.token();

		feishu.reset();

		assertThat(feishu.chats()).isEmpty();
		assertThat(feishu.requests()).isEmpty();
		assertThat(client.token()).isNotEqualTo(token);
		assertThat(client.send(chat, "ada", "Lunch?").code()).isEqualTo(11100);
	}

}
