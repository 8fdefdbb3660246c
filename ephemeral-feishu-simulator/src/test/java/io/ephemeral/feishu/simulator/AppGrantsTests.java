package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

}
