package io.ephemeral.feishu.autoconfigure.callback;

import java.time.Duration;
import java.util.Map;

import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.ReminderApplication;
import io.ephemeral.feishu.system.TestApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(LongDeadlines.class)
class FeishuCallbackLifecycleTests {

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void applicationWhenItEndsThenWorkAfterAnAnswerIsFinishedFirst(WebApplicationType type) {
		ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.class,
				ReminderApplication.class)
			.web(type)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1")
			.run();
		FeishuSimulator feishu = application.getBean(FeishuSimulator.class);
		SimulatedChat chat = feishu.createChat("ada", "bob");
		chat.member("ada").says("/remind");
		await().until(() -> !chat.seenBy("ada").isEmpty());
		feishu.faults().on(MESSAGES).next(1).meet(Fault.delay(Duration.ofMillis(900)));
		chat.seenBy("ada").get(0).submit(Map.of("text", "Water", "date", "2026-07-01"));
		await().until(() -> !feishu.requestsTo(MESSAGES).isEmpty());

		application.close();

		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Reminder");
	}

}
