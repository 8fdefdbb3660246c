package io.ephemeral.feishu.autoconfigure.simulator;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.system.LongDeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(LongDeadlines.class)
class SimulatorLongConnectionTests {

	@Test
	void applicationWhenRestartedThenItsConnectionIsOpen() {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Bot.class)
			.web(WebApplicationType.NONE)
			.run("--feishu.long-connection.enabled=true")) {
			application.pause();
			application.restart();

			assertThat(application.getBean(FeishuSimulator.class).longConnections().open()).isPositive();
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Bot {

	}

}
