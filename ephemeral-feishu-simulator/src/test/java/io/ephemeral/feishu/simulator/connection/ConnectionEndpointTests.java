package io.ephemeral.feishu.simulator.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.RecordedRequest;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class ConnectionEndpointTests {

	/** The server may still hold the connections of the test before. */
	@BeforeEach
	void waitForTheEndOfConnections(FeishuSimulator feishu) {
		TestConnection.await(() -> feishu.longConnections().open() == 0);
	}

	@Test
	void endpointWhenCredentialsAreRightThenHasUrlAndConfiguration(FeishuSimulator feishu) {
		TestClient.Answer answer = TestConnection.endpoint(feishu, feishu.appSecret());

		assertThat(answer.code()).isZero();
		assertThat(answer.body().at("/data/URL").asString()).startsWith("ws://127.0.0.1:" + feishu.port() + "/ws/v2?")
			.containsPattern("device_id=\\d{19}&access_key=\\w{32}&service_id=33554678&ticket=[\\w-]{36}$");
		assertThat(answer.body().at("/data/ClientConfig").toString())
			.isEqualTo("{\"ReconnectCount\":-1,\"ReconnectInterval\":120,\"ReconnectNonce\":30,\"PingInterval\":120}");
		assertThat(feishu.requestsTo("/callback/ws/endpoint")).extracting(RecordedRequest::status).containsExactly(200);
	}

	@Test
	void endpointWhenSecretIsWrongThenRefuses(FeishuSimulator feishu) {
		TestClient.Answer answer = TestConnection.endpoint(feishu, "wrong");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.code()).isEqualTo(1000040345);
		assertThat(answer.body().at("/data/URL").asString("absent")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "[]", "{\"app_id\":\"a\",\"app_secret\":\"b\"}", "{\"AppID\":\"a\"}" })
	void endpointWhenKeysAreMisspelledThenBodyIsMalformed(String body, FeishuSimulator feishu) {
		TestClient.Answer answer = new TestClient(feishu).post("/callback/ws/endpoint",
				Map.of("Content-Type", "application/json"), body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(9499);
	}

	@Test
	void endpointWhenAppIsStoreAppThenRefuses() {
		try (FeishuSimulator feishu = FeishuSimulator.builder().storeApp().start()) {
			assertThat(TestConnection.endpoint(feishu, feishu.appSecret()).code()).isEqualTo(403);
		}
	}

	@Test
	void endpointWhenFaultIsPlannedThenRefusesOnce(FeishuSimulator feishu) {
		feishu.faults().on("/callback/ws/endpoint").next().meet(Fault.connectionRefused(1000040343));

		assertThat(TestConnection.endpoint(feishu, feishu.appSecret()).code()).isEqualTo(1000040343);
		assertThat(TestConnection.endpoint(feishu, feishu.appSecret()).code()).isZero();
	}

	@Test
	void ticketWhenUsedTwiceThenSecondUpgradeIsRefused(FeishuSimulator feishu) {
		String url = TestConnection.url(feishu);
		try (TestConnection first = TestConnection.openAt(url)) {
			HttpHeaders refusal = TestConnection.refusal(url);

			assertThat(refusal.get("Handshake-Status")).isEqualTo("514");
			assertThat(refusal.get("Handshake-Msg")).contains("ticket");
			assertThat(refusal.contains("Handshake-Autherrcode")).isFalse();
			assertThat(first.hasEnded()).isFalse();
		}
	}

	@Test
	void connectionWhenFiftyAreOpenThenIsRefused(FeishuSimulator feishu) {
		List<TestConnection> open = new ArrayList<>();
		String last = TestConnection.url(feishu);
		for (int i = 0; i < 50; i++) {
			open.add(TestConnection.open(feishu));
		}

		HttpHeaders refusal = TestConnection.refusal(last);

		assertThat(refusal.get("Handshake-Status")).isEqualTo("514");
		assertThat(refusal.get("Handshake-Autherrcode")).isEqualTo("1000040350");
		assertThat(TestConnection.endpoint(feishu, feishu.appSecret()).code()).isEqualTo(1000040350);
		open.forEach(TestConnection::close);
		TestConnection.await(() -> TestConnection.endpoint(feishu, feishu.appSecret()).code() == 0);
	}

	@Test
	void upgradeWhenFaultIsPlannedThenHasItsHeaders(FeishuSimulator feishu) {
		feishu.faults().on("/ws/v2").next().meet(Fault.handshakeRefused(403, 0));
		String url = TestConnection.url(feishu);

		assertThat(TestConnection.refusal(url).get("Handshake-Status")).isEqualTo("403");
		try (TestConnection connection = TestConnection.openAt(url)) {
			assertThat(connection.hasEnded()).as("The ticket was not used").isFalse();
		}
	}

	@Test
	void upgradeWhenFromAnotherSiteThenIsRefused(FeishuSimulator feishu) {
		TestClient.Answer answer = new TestClient(feishu)
			.exchange(HttpMethod.GET, "/ws/v2?ticket=a", Map.of("Origin", "http://evil.example"), "")
			.block();

		assertThat(answer).isNotNull();
		assertThat(answer.status()).isEqualTo(403);
	}

	@Test
	void pingWhenSentThenPongHasConfiguration(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			connection.send(TestConnection.ping());

			TestConnection.await(() -> !connection.frames().isEmpty());
			assertThat(connection.frames().get(0)).isEqualTo(Frame.pong(33554678,
					"{\"ReconnectCount\":-1,\"ReconnectInterval\":120,\"ReconnectNonce\":30,\"PingInterval\":120}"));
		}
	}

	@Test
	void frameWhenBrokenThenConnectionStaysOpen(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			connection.sendBytes(new byte[] { -1, -1 });
			connection.send(TestConnection.ping());

			TestConnection.await(() -> !connection.frames().isEmpty());
		}
	}

}
