package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

class MissingCredentialsTests {

	private final ApplicationContextRunner runnerWithSimulator = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FeishuAutoConfiguration.class, FeishuSimulatorAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.runnerWithSimulator
		.withClassLoader(new FilteredClassLoader(FeishuSimulator.class));

	@Test
	void startWhenNothingIsSetThenNamesTheAppId() {
		assertThat(analysis(this.runner).getDescription())
			.isEqualTo("The Feishu client has no credentials: The property 'feishu.app-id' is not set.");
	}

	@Test
	void startWhenSecretIsMissingThenNamesTheSecret() {
		assertThat(analysis(this.runner.withPropertyValues("feishu.app-id=cli_1")).getDescription())
			.contains("'feishu.app-secret' is not set");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${FEISHU_APP_ID_THAT_IS_NOT_SET}", "<app-id>", "cli_xxx", "cli_xxxxxxxxxxxxxxxx",
			"your-app-id", "your_app_id_here", "changeme", "****", "app-id", "APP_ID", "..." })
	void startWhenAppIdIsPlaceholderThenSaysSo(String placeholder) {
		assertThat(analysis(this.runner.withPropertyValues("feishu.app-id=" + placeholder, "feishu.app-secret=s"))
			.getDescription()).contains("'feishu.app-id' holds a placeholder");
	}

	@Test
	void startWhenAppIdIsBlankThenSaysSo() {
		assertThat(analysis(this.runner.withPropertyValues("feishu.app-id= ", "feishu.app-secret=s")).getDescription())
			.contains("'feishu.app-id' is blank");
	}

	@Test
	void startWhenFailedThenSaysWhatToDo() {
		assertThat(analysis(this.runner).getAction()).contains("FEISHU_APP_ID")
			.contains("io.ephemeral:ephemeral-feishu-simulator")
			.contains("'feishu.enabled' to false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "${FEISHU_APP_ID_THAT_IS_NOT_SET}", "cli_xxx" })
	void startWhenSimulatorIsThereThenNeedsNoCredentials(String nothing) {
		this.runnerWithSimulator.withPropertyValues("feishu.app-id=" + nothing, "feishu.app-secret=" + nothing)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(FeishuSimulator.class));
	}

	@Test
	void startWhenHalfOfCredentialsIsSetThenSimulatorDoesNotHideIt() {
		assertThat(analysis(this.runnerWithSimulator.withPropertyValues("feishu.app-id=cli_1")).getDescription())
			.contains("'feishu.app-secret' is not set");
		assertThat(analysis(this.runnerWithSimulator.withPropertyValues("feishu.app-secret=s")).getDescription())
			.contains("'feishu.app-id' is not set");
	}

	@Test
	void startWhenCredentialsAreSetThenSimulatorStaysAway() {
		this.runnerWithSimulator.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=s")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FeishuSimulator.class));
	}

	@Test
	void analyzerThenIsRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(getClass()))))
			.hasAtLeastOneElementOfType(MissingCredentialsFailureAnalyzer.class);
	}

	private static FailureAnalysis analysis(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = new MissingCredentialsFailureAnalyzer().analyze(context.getStartupFailure());
		});
		assertThat(analysis[0]).isNotNull();
		return analysis[0];
	}

}
