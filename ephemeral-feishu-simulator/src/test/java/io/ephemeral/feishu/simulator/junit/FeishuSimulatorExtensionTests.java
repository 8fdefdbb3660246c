package io.ephemeral.feishu.simulator.junit;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class FeishuSimulatorExtensionTests {

	private final FeishuSimulator first;

	FeishuSimulatorExtensionTests(FeishuSimulator feishu) {
		this.first = feishu;
	}

	@BeforeEach
	void createChat(FeishuSimulator feishu) {
		feishu.createChat("ada");
	}

	@RepeatedTest(2)
	void simulatorWhenTestBeginsThenHasChatsOfThisTestOnly(FeishuSimulator feishu) {
		assertThat(feishu.chats()).hasSize(1);

		feishu.createChat("bob");
	}

	@Test
	void simulatorWhenInjectedTwiceThenIsTheSame(FeishuSimulator feishu) {
		assertThat(feishu).isSameAs(this.first);
	}

	@Nested
	class NestedTests {

		@Test
		void simulatorWhenTestIsNestedThenIsThatOfOuterClass(FeishuSimulator feishu) {
			assertThat(feishu).isSameAs(FeishuSimulatorExtensionTests.this.first);
			assertThat(feishu.chats()).hasSize(1);
		}

	}

}
