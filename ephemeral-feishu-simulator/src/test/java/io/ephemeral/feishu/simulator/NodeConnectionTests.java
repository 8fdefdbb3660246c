package io.ephemeral.feishu.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import io.ephemeral.feishu.simulator.connection.TestConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long connection of the platform's own SDK for Node. Skipped without {@code -Dnode-sdk},
 * like {@link NodeSdkTests}.
 */
@EnabledIfSystemProperty(named = "node-sdk", matches = ".*", disabledReason = "Node and its SDK may not be there")
class NodeConnectionTests {

	private final FeishuSimulator feishu = FeishuSimulator.start();

	private Process process;

	private BufferedReader output;

	@BeforeEach
	void connect() throws IOException {
		this.feishu.longConnections().reconnect(-1, Duration.ofSeconds(1), Duration.ofSeconds(1));
		ProcessBuilder node = new ProcessBuilder("node", "connection.js")
			.directory(Path.of("src", "test", "node").toFile())
			.redirectErrorStream(true);
		node.environment().put("APP_ID", this.feishu.appId());
		node.environment().put("APP_SECRET", this.feishu.appSecret());
		node.environment().put("BASE_URL", this.feishu.baseUrl().toString());
		this.process = node.start();
		this.output = this.process.inputReader(StandardCharsets.UTF_8);
		TestConnection.await(() -> this.feishu.longConnections().open() == 1);
		this.feishu.longConnections().subscribe();
	}

	@AfterEach
	void stop() {
		this.process.destroyForcibly();
		this.feishu.close();
	}

	@Test
	void messageWhenSaidThenSdkReceivesIt() {
		this.feishu.createChat("ada").member("ada").says("提醒 ✅");

		assertThat(printed("text")).isEqualTo("{\"text\":\"提醒 ✅\"}");
		assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(200);
		assertThat(this.feishu.longConnections().problems()).isEmpty();
	}

	@Test
	void clickWhenSdkRepliesThenMemberSeesToastAndCard() {
		SimulatedChat chat = this.feishu.createChat("ada");
		new TestClient(this.feishu).send(TestClient.request(chat, "ada", TestCards.form()));

		assertThat(chat.seenBy("ada").get(0).press("Cancel")).hasValue(new ShownToast("success", "Saved by Node", 0));

		assertThat(chat.seenBy("ada").get(0).title()).isEqualTo("Done");
		assertThat(printed("by")).contains(chat.openId("ada"));
	}

	@Test
	void messageWhenInPartsThenSdkReceivesItOnce() {
		this.feishu.createChat("ada").member("ada").says("whole");
		ConnectionMessage message = ConnectionMessage.of(this.feishu.pushedEvents().get(0).json().toString());
		printed("text");

		assertThat(this.feishu.longConnections().push(message.inParts(3).inOrder(2, 0, 0, 1))).isTrue();

		assertThat(printed("text")).contains("whole");
		assertThat(this.feishu.longConnections().problems()).isEmpty();
	}

	@Test
	void connectionWhenDroppedThenSdkConnectsAgain() {
		this.feishu.longConnections().meet(ConnectionFault.drop());
		TestConnection.await(() -> this.feishu.requestsTo("/callback/ws/endpoint").size() == 2
				&& this.feishu.longConnections().open() == 1);

		this.feishu.createChat("ada").member("ada").says("back");

		assertThat(printed("text")).contains("back");
	}

	/** The next line with a property; the SDK prints lines of its own. */
	private String printed(String property) {
		return this.output.lines()
			.filter((line) -> line.startsWith("{\"" + property + "\":"))
			.findFirst()
			.orElseThrow(() -> new UncheckedIOException(new IOException("Node has ended")));
	}

}
