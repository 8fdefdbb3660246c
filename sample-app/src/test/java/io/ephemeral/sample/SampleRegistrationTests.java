package io.ephemeral.sample;

import java.time.Duration;

import io.ephemeral.feishu.autoconfigure.registration.RegistrationPrompt;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class SampleRegistrationTests {

	@Test
	void registerWhenScannedThenAppHasExactlyWhatTheReminderBotNeeds() {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			feishu.registrations().interval(Duration.ofMillis(20));
			try (ConfigurableApplicationContext context = register(feishu)) {
				assertThat(context.getBeansOfType(FeishuSimulator.class)).isEmpty();
				assertThat(feishu.registrations().scopes()).containsExactlyInAnyOrder("im:message:send_as_bot",
						"im:message.group_at_msg:readonly", "im:user_agent:read");
				assertThat(feishu.registrations().events()).containsExactly("im.message.receive_v1");
				assertThat(feishu.registrations().callbacks()).containsExactly("card.action.trigger");
			}
		}
	}

	private static ConfigurableApplicationContext register(FeishuSimulator feishu) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application
			.addInitializers((context) -> ((GenericApplicationContext) context).registerBean(RegistrationPrompt.class,
					() -> (link, validity) -> feishu.registrations().scan(link, "ada")));
		return application.run(SampleApplication.withProperties("--register", "--server.port=0",
				"--feishu.base-url=" + feishu.baseUrl(), "--feishu.registration.base-url=" + feishu.baseUrl()));
	}

}
