package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class AppGrantsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			im:message.group_at_msg:readonly, 1, 0
			im:message.group_msg,             2, 0
			im:message.p2p_msg:readonly,      0, 1
			im:chat:readonly,                 0, 0
			""")
	void messageWhenAppHasOneScopeThenOnlySomeAreSent(String scope, int ofGroup, int direct, FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			SimulatedChat group = feishu.createChat("ada");
			feishu.grantOnly(scope);

			group.member("ada").says("Hi");
			group.member("ada").mentionsBot("Hi");
			assertThat(feishu.pushedEvents()).hasSize(ofGroup);
			group.member("ada").directChat().member("ada").says("Hi");

			assertThat(application.calls()).hasSize(ofGroup + direct);
			assertThat(group.messagesSeenBy("ada")).hasSize(2);
		}
	}

	@Test
	void messageWhenScopeOfUserAgentIsMissingThenHasNone(FeishuSimulator feishu) {
		try (TestApplication application = TestApplication.of(feishu)) {
			feishu.grantOnly("im:message.group_msg");

			feishu.createChat("ada").member("ada").says("Hi");

			assertThat(application.lastCall().at("/event/message").has("content")).isTrue();
			assertThat(application.lastCall().at("/event/message").has("user_agent")).isFalse();
		}
	}

	@Test
	void scopesWhenAppAsksThenAreShown(FeishuSimulator feishu) {
		feishu.grantOnly("im:chat:readonly");

		JsonNode scopes = get(feishu, "/open-apis/application/v6/scopes").body().at("/data/scopes");

		assertThat(scopes).hasSize(1);
		assertThat(scopes.at("/0/scope_name").asString()).isEqualTo("im:chat:readonly");
		assertThat(scopes.at("/0/grant_status").asInt()).isEqualTo(1);
	}

	@Test
	void applicationWhenItHasTheScopeThenSeesEventsAndCallbacks(FeishuSimulator feishu) {
		String path = "/open-apis/application/v6/applications/" + feishu.appId() + "?lang=en_us";

		JsonNode app = get(feishu, path).body().at("/data/app");
		feishu.grantOnly("im:chat:readonly");

		assertThat(app.at("/event/subscribed_events")).hasSize(2);
		assertThat(app.at("/callback_info/subscribed_callbacks/0").asString()).isEqualTo("card.action.trigger");
		assertThat(get(feishu, path).code()).isEqualTo(99991672);
	}

	private static TestClient.Answer get(FeishuSimulator feishu, String path) {
		return new TestClient(feishu).call(HttpMethod.GET, path, "");
	}

}
