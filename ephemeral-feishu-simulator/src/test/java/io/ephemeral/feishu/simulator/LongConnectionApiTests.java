package io.ephemeral.feishu.simulator;

import java.util.Map;

import io.ephemeral.feishu.simulator.connection.TestConnection;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class LongConnectionApiTests {

	/** The server may still hold the connections of the test before. */
	@BeforeEach
	void waitForTheEndOfConnections(FeishuSimulator feishu) {
		TestConnection.await(() -> feishu.longConnections().open() == 0);
	}

	@Test
	void subscribeWhenConnectionIsOpenThenEventsGoOverIt(FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			assertThat(configure(feishu, "{\"subscribe\":\"all\",\"pingInterval\":9}").status()).isEqualTo(200);

			feishu.createChat("ada").member("ada").says("Hi");

			assertThat(connection.events()).hasSize(1);
			assertThat(new TestClient(feishu).get(LongConnectionApi.PATH).body().at("/data/open").asInt()).isEqualTo(1);
			assertThat(TestConnection.endpoint(feishu, feishu.appSecret())
				.body()
				.at("/data/ClientConfig/PingInterval")
				.asInt()).isEqualTo(9);
		}
	}

	@Test
	void subscribeWhenNoConnectionIsOpenThenIsRefused(FeishuSimulator feishu) {
		TestClient.Answer answer = configure(feishu, "{\"subscribe\":\"all\"}");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().path("msg").asString()).contains("no open long connection");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"fault\":\"close\",\"code\":4001}", "{\"fault\":\"drop\"}", "{\"fault\":\"reset\"}",
			"{\"fault\":\"half-frame\",\"on\":\"oldest\"}" })
	void faultWhenMetThenConnectionEnds(String fault, FeishuSimulator feishu) {
		try (TestConnection connection = TestConnection.open(feishu)) {
			assertThat(meet(feishu, fault).status()).isEqualTo(200);

			TestConnection.await(connection::hasEnded);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"fault\":\"fire\"}", "{\"fault\":\"delay\"}", "{\"fault\":\"close\",\"code\":1}",
			"{\"fault\":\"drop\",\"on\":\"none\"}", "{\"fault\":\"drop\",\"when\":\"now\"}" })
	void faultWhenUnknownThenIsRefused(String fault, FeishuSimulator feishu) {
		assertThat(meet(feishu, fault).status()).isEqualTo(400);
	}

	@Test
	void endpointWhenRefusedByHttpThenHasCode(FeishuSimulator feishu) {
		new TestClient(feishu).post("/simulator/faults", Map.of("Content-Type", "application/json"),
				"{\"fault\":\"connection-refused\",\"code\":514,\"path\":\"/callback/ws/endpoint\",\"next\":1}");

		assertThat(TestConnection.endpoint(feishu, feishu.appSecret()).code()).isEqualTo(514);
	}

	private static TestClient.Answer configure(FeishuSimulator feishu, String body) {
		TestClient.Answer answer = new TestClient(feishu)
			.exchange(HttpMethod.PUT, LongConnectionApi.PATH, Map.of("Content-Type", "application/json"), body)
			.block();
		assertThat(answer).isNotNull();
		return answer;
	}

	private static TestClient.Answer meet(FeishuSimulator feishu, String body) {
		return new TestClient(feishu).post(LongConnectionApi.PATH + "/faults",
				Map.of("Content-Type", "application/json"), body);
	}

}
