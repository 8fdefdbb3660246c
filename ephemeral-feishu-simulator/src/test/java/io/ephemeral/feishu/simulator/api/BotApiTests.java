package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.TestApplication;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class BotApiTests {

	private static final String INFO = "/open-apis/bot/v3/info";

	@Test
	void infoWhenAskedForThenStandsUnderBot(FeishuSimulator feishu) {
		feishu.grantOnly();

		TestClient.Answer answer = new TestClient(feishu).call(HttpMethod.GET, INFO, "");

		assertThat(answer.code()).isZero();
		assertThat(answer.body().at("/bot/open_id").asString()).isEqualTo(feishu.botOpenId()).startsWith("ou_");
		assertThat(answer.body().at("/bot/app_name").asString()).isEqualTo("Bot");
		assertThat(answer.body().at("/bot/activate_status").asInt()).isEqualTo(2);
		assertThat(answer.body().has("data")).isFalse();
	}

	@Test
	void infoWhenBotIsMentionedThenMentionHasItsOpenId(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.createChat("ada").member("ada").mentionsBot("Hi");

			assertThat(application.lastCall().at("/event/message/mentions/0/id/open_id").asString())
				.isEqualTo(feishu.botOpenId());
		}
	}

}
