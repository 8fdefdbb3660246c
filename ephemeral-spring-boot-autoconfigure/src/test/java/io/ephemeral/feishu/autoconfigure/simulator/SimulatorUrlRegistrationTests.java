package io.ephemeral.feishu.autoconfigure.simulator;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.TestApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(LongDeadlines.class)
class SimulatorUrlRegistrationTests {

	@ParameterizedTest
	@CsvSource({ "SERVLET, server.servlet.context-path=/app", "SERVLET, spring.mvc.servlet.path=/app",
			"SERVLET, spring.mvc.servlet.path=/", "REACTIVE, spring.webflux.base-path=/app" })
	void messageWhenApplicationIsBelowAPathThenArrives(WebApplicationType type, String property) {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TestApplication.class).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", property)
			.run()) {
			FeishuSimulator feishu = application.getBean(FeishuSimulator.class);

			feishu.createChat("ada").member("ada").says("Hi");

			assertThat(feishu.pushedEvents()).extracting(PushedEvent::isAnswered).containsExactly(true);
		}
	}

}
