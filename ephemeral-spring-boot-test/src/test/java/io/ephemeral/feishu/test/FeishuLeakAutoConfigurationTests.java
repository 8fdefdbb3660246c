package io.ephemeral.feishu.test;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuLeakAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(FeishuSimulatorAutoConfiguration.class, FeishuAutoConfiguration.class, FeishuLeakAutoConfiguration.class));

	@Test
	void contextWhenOnSimulatorThenRequestsAreWatched() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(WebClientCustomizer.class));
	}

	@Test
	void contextWhenAppIsRealThenNothingIsWatched() {
		this.runner.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebClientCustomizer.class));
	}

}
