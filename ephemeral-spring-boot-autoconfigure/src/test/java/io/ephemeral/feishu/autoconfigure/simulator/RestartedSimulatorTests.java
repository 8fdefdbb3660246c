package io.ephemeral.feishu.autoconfigure.simulator;

import java.net.URL;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;
import io.ephemeral.feishu.simulator.ShownMessage;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.devtools.restart.RestartInitializer;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(LongDeadlines.class)
class RestartedSimulatorTests {

	@BeforeEach
	void initialize() {
		Restarter.clearInstance();
		Restarter.initialize(new String[0], false, RestartInitializer.NONE, false);
	}

	@AfterEach
	void close() throws Exception {
		if (Restarter.getInstance().removeAttribute(FeishuSimulator.class.getName()) instanceof AutoCloseable kept) {
			kept.close();
		}
		Restarter.clearInstance();
	}

	@Test
	void contextWhenRestartedThenPageAndChatsStayAndEventsArriveAtTheNewServer() {
		FeishuSimulator before;
		SimulatedChat chat;
		try (ConfigurableApplicationContext context = start()) {
			before = context.getBean(FeishuSimulator.class);
			chat = before.createChat("ada");
			chat.member("ada").says("before");
		}

		try (ConfigurableApplicationContext context = start()) {
			chat.member("ada").says("after");

			assertThat(context.getBean(FeishuSimulator.class)).isSameAs(before);
			assertThat(before.chats()).containsExactly(chat);
			assertThat(chat.messagesSeenBy("ada")).extracting(ShownMessage::messageId).hasSize(2);
			assertThat(before.pushedEvents()).extracting(PushedEvent::isAnswered).containsExactly(true, true);
		}
	}

	@Test
	void contextWhenRestartedWithOtherKeysThenSimulatorHasThem() {
		start("feishu.callback.encrypt-key=one").close();

		try (ConfigurableApplicationContext context = start("feishu.callback.encrypt-key=two")) {
			FeishuSimulator simulator = context.getBean(FeishuSimulator.class);
			simulator.createChat("ada").member("ada").says("Hi");

			assertThat(simulator.encryptKey()).isEqualTo("two");
			assertThat(simulator.pushedEvents()).extracting(PushedEvent::isAnswered).containsExactly(true);
		}
	}

	@Test
	void contextWhenNotRestartedThenClosesItsSimulator() {
		FeishuSimulator first;
		try (ConfigurableApplicationContext context = application().run()) {
			first = context.getBean(FeishuSimulator.class);
		}

		try (ConfigurableApplicationContext context = application().run()) {
			assertThat(context.getBean(FeishuSimulator.class)).isNotSameAs(first);
		}
	}

	private static ConfigurableApplicationContext start(String... keys) {
		RestartClassLoader classes = new RestartClassLoader(RestartedSimulatorTests.class.getClassLoader(), new URL[0]);
		return application().resourceLoader(new DefaultResourceLoader(classes))
			.properties("feishu.simulator.enabled=true", "feishu.callback.path=/feishu/callback",
					"feishu.callback.encrypt-key=key", "feishu.callback.verification-token=token")
			.properties(keys)
			.run();
	}

	private static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(TestApplication.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1");
	}

}
