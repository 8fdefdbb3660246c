package io.ephemeral.feishu.starter;

import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application stays what it was before it got the starter: with Spring MVC, with
 * WebFlux, or without a web server. The build runs this once for each.
 */
class StarterTests {

	@Test
	void applicationWhenItHasTheStarterThenKeepsItsTypeAndHasTheTemplates() {
		SpringApplication application = new SpringApplication(Application.class);

		try (ConfigurableApplicationContext context = application.run("--feishu.app-id=cli_1", "--feishu.app-secret=s",
				"--server.port=0", "--server.address=127.0.0.1")) {
			assertThat(application.getWebApplicationType()).hasToString(System.getProperty("expected-type", "SERVLET"));
			assertThat(context.getBean(EphemeralCardTemplate.class)).isNotNull();
			assertThat(context.getBean(ReactiveEphemeralCardTemplate.class)).isNotNull();
		}
	}

	@Test
	void classPathThenHasNoSimulatorAndOneJackson() {
		assertThat(ClassUtils.isPresent("io.ephemeral.feishu.simulator.FeishuSimulator", null)).isFalse();
		assertThat(ClassUtils.isPresent("com.fasterxml.jackson.databind.ObjectMapper", null)).isFalse();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
