package io.ephemeral.feishu.simulator;

import java.util.Set;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.leak.Leak;
import io.ephemeral.feishu.simulator.leak.LeakError;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(FeishuSimulatorExtension.class)
class LeakOracleTests {

	private static final String SECRET = "4711 EUR";

	private FeishuSimulator feishu;

	private TestClient client;

	private SimulatedChat chat;

	@BeforeEach
	void createChat(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.client = new TestClient(feishu);
		this.chat = feishu.createChat("ada", "bob");
		feishu.canary(SECRET).allowedFor("ada");
	}

	@AfterEach
	void forget() {
		this.feishu.leakOracle().clear();
	}

	@Test
	void leaksWhenOnlyAllowedPersonSeesWordsThenThereIsNone() {
		this.client.send(this.chat, "ada", SECRET);

		assertThatCode(this.feishu::requireNoLeaks).doesNotThrowAnyException();
	}

	@Test
	void leaksWhenAnotherPersonSawCardThatIsGoneThenNamesPersonAndPlace() {
		String messageId = this.client.send(this.chat, "bob", "You get " + SECRET).messageId();
		this.client.delete(messageId);

		assertThat(this.feishu.leakOracle().leaks()).singleElement().satisfies((leak) -> {
			assertThat(leak.people()).isEqualTo(Set.of("bob"));
			assertThat(leak.place()).isEqualTo("a card in " + this.chat);
			assertThat(leak.canary()).isEqualTo("47***UR");
			assertThat(leak.excerpt()).contains("You get 47***UR").doesNotContain("4711");
		});
	}

	@Test
	void leaksWhenViewerIsOfflineThenThereIsNone() {
		this.chat.goOffline("bob");

		this.client.send(this.chat, "bob", SECRET);

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

	@Test
	void leaksWhenWordsAreInHiddenPartOfCardThenAreFound() {
		this.client.send(TestClient.request(this.chat, "bob", Json.parse("""
				{"schema": "2.0", "body": {"elements": [
				  {"tag": "button", "text": {"tag": "plain_text", "content": "Pay"},
				   "behaviors": [{"type": "callback", "value": {"amount": "4711\\u0020EUR"}}]}]}}
				""")));

		assertThat(this.feishu.leakOracle().leaks()).hasSize(1);
	}

	@Test
	void leaksWhenMessageIsPublicThenIsLeakAlsoForAllowedPeople() {
		SimulatedChat alone = this.feishu.createChat("ada");

		this.client.publish(alone, TestClient.card(SECRET));

		assertThat(this.feishu.leakOracle().leaks()).singleElement()
			.hasToString("'47***UR' reached ada in a public card in %s: …%s…", alone,
					this.feishu.leakOracle().leaks().get(0).excerpt());
	}

	@Test
	void leaksWhenEverybodyMaySeeWordsThenOnlyOtherPlacesCount() {
		this.feishu.leakOracle().clear();
		this.feishu.canary(SECRET).allowedForEverybody();

		this.client.publish(this.chat, TestClient.card(SECRET));
		assertThat(this.feishu.leakOracle().leaks()).isEmpty();

		this.feishu.leakOracle().observe("a log line", "paid " + SECRET);
		assertThat(this.feishu.leakOracle().leaks()).extracting(Leak::place).containsExactly("a log line");
	}

	@Test
	void leaksWhenMemberWritesWordsThenThereIsNone() {
		this.chat.removeBot();

		this.chat.member("ada").says(SECRET);

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

	@Test
	void leaksWhenWordsAreInCauseOfErrorThenAreFound() {
		this.feishu.leakOracle()
			.observe("an error", new IllegalStateException("failed", new IllegalArgumentException(SECRET)));

		assertThatExceptionOfType(LeakError.class).isThrownBy(this.feishu::requireNoLeaks)
			.withMessageContaining("in an error")
			.withMessageNotContaining("4711");
	}

	@Test
	void resetWhenCanaryIsMarkedThenIsForgotten() {
		this.client.send(this.chat, "bob", SECRET);

		this.feishu.reset();
		this.feishu.canary(SECRET);

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

	@Test
	void canaryWhenTooShortThenIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.feishu.canary("EUR"));
	}

}
