package io.ephemeral.feishu.test;

import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.leak.LeakError;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

/**
 * Tests that leak, and how they end.
 */
class LeakingTestTests {

	@Test
	void testWhenAnotherPersonSeesWordsThenFailsAtItsEnd() {
		assertThat(run(Example.class, "leak")).isInstanceOf(LeakError.class);
	}

	@Test
	void testWhenNothingLeaksThenPasses() {
		assertThat(run(Example.class, "noLeak")).isNull();
	}

	@Test
	void testWhenItsExceptionHasWordsThenLeakIsSuppressed() {
		assertThat(suppressedBy(run(Example.class, "exception"))).hasOnlyElementsOfType(LeakError.class).hasSize(1);
	}

	@Test
	void testWhenItsAssertionHasWordsThenNothingLeaks() {
		assertThat(suppressedBy(run(Example.class, "assertion"))).isEmpty();
	}

	@Test
	void testWhenExceptionOfPlainTestHasWordsThenLeakIsSuppressed() {
		assertThat(suppressedBy(run(PlainExample.class, "exception"))).hasOnlyElementsOfType(LeakError.class)
			.hasSize(1);
	}

	@Test
	void testWhenPlainTestOnlyMarksWordsThenPasses() {
		assertThat(run(PlainExample.class, "noLeak")).isNull();
	}

	private static Throwable run(Class<?> example, String test) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(selectMethod(example, test))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		TestExecutionSummary summary = listener.getSummary();
		assertThat(summary.getTestsStartedCount()).isEqualTo(1);
		return summary.getFailures().stream().map(TestExecutionSummary.Failure::getException).findFirst().orElse(null);
	}

	private static List<Throwable> suppressedBy(Throwable error) {
		return List.of(error.getSuppressed());
	}

	@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
	static class Example {

		@Autowired
		private FeishuSimulator feishu;

		@Autowired
		private EphemeralCardTemplate cards;

		private SimulatedChat chat;

		@BeforeEach
		void createChat() {
			this.chat = this.feishu.createChat("ada", "bob");
			this.feishu.canary("4711 EUR").allowedFor("ada");
		}

		private void send(String name) {
			this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.chat.openId(name)),
					Card.builder().title("4711 EUR").build());
		}

		@Test
		void leak() {
			send("bob");
		}

		@Test
		void noLeak() {
			send("ada");
		}

		@Test
		void exception() {
			throw new IllegalStateException("4711 EUR");
		}

		@Test
		void assertion() {
			send("ada");
			FeishuAssertions.assertThat(this.chat.member("ada")).seesNothing();
		}

	}

	@ExtendWith(FeishuSimulatorExtension.class)
	static class PlainExample {

		@BeforeEach
		void mark(FeishuSimulator feishu) {
			feishu.canary("4711 EUR");
		}

		@Test
		void exception() {
			throw new IllegalStateException("4711 EUR");
		}

		@Test
		void noLeak() {
		}

	}

}
