package io.ephemeral.sample;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class SetupControllerTests {

	@Test
	void chatsWhenApplicationIsRestartedThenAreCreatedOnce() {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			start(feishu);
			start(feishu);

			assertThat(feishu.chats()).extracting(SimulatedChat::name).containsExactly("Lunch", "Topics");
		}
	}

	private static void start(FeishuSimulator feishu) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("feishuSimulator", feishu);
		new SetupController(beans.getBeanProvider(FeishuSimulator.class));
	}

}
