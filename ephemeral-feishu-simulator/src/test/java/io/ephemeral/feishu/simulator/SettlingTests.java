package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@ExtendWith(FeishuSimulatorExtension.class)
class SettlingTests {

	@Test
	void settleWhenNothingRunsThenReturns(FeishuSimulator feishu) {
		assertThatCode(feishu::settle).doesNotThrowAnyException();
	}

	@Test
	void settleWhenApplicationWorksThenWaitsForItsEnd(FeishuSimulator feishu) {
		AtomicInteger looksLeft = new AtomicInteger(5);
		ApplicationActivity activity = () -> (looksLeft.getAndDecrement() > 0) ? List.of("work") : List.of();
		feishu.watch(activity);

		feishu.settle();
		feishu.unwatch(activity);

		assertThat(looksLeft).hasNegativeValue();
	}

	@Test
	void settleWhenWorkDoesNotEndThenNamesIt(FeishuSimulator feishu) {
		ApplicationActivity activity = () -> List.of("listener Lunch");
		feishu.watch(activity);

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> feishu.settle(Duration.ofMillis(50)))
			.withMessage("The application has not settled after PT0.05S: listener Lunch");
		feishu.unwatch(activity);
	}

	@Test
	void settleWhenMessageHasNoResponseYetThenNamesPush(FeishuSimulator feishu) {
		AtomicReference<String> problem = new AtomicReference<>();
		try (TestApplication application = TestApplication.of(feishu)) {
			application.doesBeforeItAnswers(
					() -> problem.set(CompletableFuture.supplyAsync(() -> problemOfSettling(feishu)).join()));

			feishu.createChat("ada").member("ada").says("Lunch");
		}

		assertThat(problem).hasValueSatisfying((text) -> assertThat(text).endsWith("push im.message.receive_v1"));
	}

	private static String problemOfSettling(FeishuSimulator feishu) {
		return catchThrowable(() -> feishu.settle(Duration.ofMillis(50))).getMessage();
	}

	@Test
	void settleWhenFaultClosedConnectionThenReturns(FeishuSimulator feishu) {
		feishu.faults().on("/open-apis/ephemeral/v1/send").next().meet(Fault.answerLost());
		SimulatedChat chat = feishu.createChat("ada");

		assertThat(catchThrowable(() -> new TestClient(feishu).send(chat, "ada", "Lunch?"))).isNotNull();

		assertThatCode(feishu::settle).doesNotThrowAnyException();
	}

}
