package io.ephemeral.feishu.test;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.leak.LeakError;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Search for canaries in an application that leaks in all ways. The library logs
 * everything that it can.
 */
@SpringBootTest(classes = { TestApplication.class, LeakyBot.class }, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "logging.level.io.ephemeral.feishu=trace")
class LeakOracleApplicationTests {

	private static final AtomicInteger NUMBER = new AtomicInteger(4711);

	@Autowired
	private ApplicationContext context;

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private LeakyBot bot;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada", "bob");
		// A metric stays in its registry, so each test has words of its own.
		this.bot.words = NUMBER.getAndIncrement() + " EUR";
		this.feishu.canary(this.bot.words).allowedFor("ada");
	}

	static Stream<LeakSeeds.Seed> seeds() {
		return LeakSeeds.all();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void requireNoLeaksWhenApplicationLeaksThenTestFails(LeakSeeds.Seed seed) {
		seed.leak().accept(new LeakScene(this.context, this.chat, this.bot.words));

		assertThatExceptionOfType(LeakError.class).isThrownBy(this::endTest)
			.satisfies((error) -> assertThat(error.leaks()).anyMatch((leak) -> leak.place().contains(seed.place())))
			.withMessageContaining("47***UR")
			.withMessageNotContaining(this.bot.words);
	}

	/** Ends the test as the listener does, which forgets the canary. */
	private void endTest() {
		LeakTestExecutionListener.requireNoLeaks(this.context, this.feishu, null);
	}

	@Test
	void requireNoLeaksWhenOnlyAdaSeesWordsThenTestPasses() {
		LeakScene scene = new LeakScene(this.context, this.chat, this.bot.words);

		SentCard sent = scene.sendTo("ada", scene.card());
		scene.cards().replace(sent, scene.card());
		scene.press("ada", "Toast");
		scene.press("ada", "Card");
		scene.texts().send(scene.viewer("ada"), scene.text());
		this.feishu.settle();

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

	@Test
	void requireNoLeaksWhenAdaWritesWordsThenTestPasses() {
		this.chat.member("ada").says("/salary " + this.bot.words);
		this.feishu.settle();

		this.chat.seenBy("ada").get(0).submit(Map.of("text", this.bot.words));
		this.feishu.settle();

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

	@Test
	void requireNoLeaksWhenRequestToSimulatorFailsThenTestPasses() {
		LeakScene scene = new LeakScene(this.context, this.chat, this.bot.words);
		this.feishu.faults().on("/open-apis/ephemeral/v1/send").next().meet(Fault.error(11206));

		assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> scene.sendTo("ada", scene.card()));

		assertThat(this.feishu.leakOracle().leaks()).isEmpty();
	}

}
