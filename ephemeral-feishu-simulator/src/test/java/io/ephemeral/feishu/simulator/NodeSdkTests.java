package io.ephemeral.feishu.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The platform's own SDK for Node as a witness that is not of our making: it accepts and
 * decrypts what the simulator sends. Skipped without {@code -Dnode-sdk}; CONTRIBUTING
 * tells how to run it.
 */
@EnabledIfSystemProperty(named = "node-sdk", matches = ".*", disabledReason = "Node and its SDK may not be there")
class NodeSdkTests {

	private final FeishuSimulator feishu = FeishuSimulator.start();

	private Process process;

	private BufferedReader output;

	@BeforeEach
	void start() throws IOException {
		start(this.feishu.encryptKey());
	}

	private void start(String encryptKey) throws IOException {
		ProcessBuilder node = new ProcessBuilder("node", "application.js")
			.directory(Path.of("src", "test", "node").toFile())
			.redirectErrorStream(true);
		node.environment().put("ENCRYPT_KEY", encryptKey);
		node.environment().put("VERIFICATION_TOKEN", this.feishu.verificationToken());
		this.process = node.start();
		this.output = this.process.inputReader(StandardCharsets.UTF_8);
	}

	@AfterEach
	void stop() {
		this.process.destroyForcibly();
		this.feishu.close();
	}

	@Test
	void clickWhenSdkListensThenIsAcceptedAndDecrypted() {
		URI url = url();
		TestApplication.awaitRegistration(() -> this.feishu.sendCallbacksTo(url));
		SimulatedChat chat = this.feishu.createChat("ada");
		new TestClient(this.feishu).send(TestClient.request(chat, "ada", TestCards.form()));

		assertThat(chat.seenBy("ada").get(0).press("Cancel")).hasValue(new ShownToast("success", "Saved by Node", 0));

		JsonNode click = printed("by");
		assertThat(click.path("by").asString()).isEqualTo(chat.openId("ada"));
		assertThat(click.at("/value/action").asString()).isEqualTo("cancel");
	}

	@Test
	void messageWhenSdkListensThenIsAcceptedAndDecrypted() {
		URI url = url();
		TestApplication.awaitRegistration(() -> this.feishu.sendEventsTo(url));

		this.feishu.createChat("ada").member("ada").says("提醒 ✅");

		assertThat(printed("text").path("text").asString()).isEqualTo("提醒 ✅");
		assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::status).containsExactly(200);
	}

	@Test
	void challengeWhenKeyIsAnotherThenSdkDoesNotAnswer() throws IOException {
		this.process.destroyForcibly();
		start("another key");
		URI url = url();

		assertThatIllegalStateException().isThrownBy(() -> this.feishu.sendEventsTo(url));
	}

	private URI url() {
		return URI.create("http://127.0.0.1:" + printed("port").path("port").asInt() + "/feishu");
	}

	/** The next line that tells something; the SDK prints lines of its own. */
	private JsonNode printed(String property) {
		return this.output.lines()
			.filter((line) -> line.startsWith("{\"" + property) || line.contains("\"" + property + "\":"))
			.map(Json::parse)
			.findFirst()
			.orElseThrow(() -> new UncheckedIOException(new IOException("Node has ended")));
	}

}
