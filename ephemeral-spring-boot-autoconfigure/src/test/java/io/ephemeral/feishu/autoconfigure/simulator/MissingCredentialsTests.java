package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.Map;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MissingCredentialsTests {

	private final ApplicationContextRunner runnerWithSimulator = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FeishuAutoConfiguration.class, FeishuSimulatorAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.runnerWithSimulator
		.withClassLoader(new FilteredClassLoader(FeishuSimulator.class));

	@Test
	void realAppWhenBuildHasChosenTheSimulatorThenIsRefused() {
		MockEnvironment environment = new MockEnvironment().withProperty("feishu.app-id", "cli_1");

		assertThatIllegalStateException().isThrownBy(() -> RealApp.refuseIn(environment))
			.withMessageContainingAll("'feishu.app-id'", "feishu.simulator.enabled=false");
	}

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

	@ParameterizedTest
	@ValueSource(strings = { "feishu.base-url=https://open.feishu.cn", "feishu.region=lark", "feishu.app-type=store",
			"feishu.callback.encrypt-key=k", "feishu.callback.verification-token=t", "feishu.appkey=cli_1",
			"feishu.callback.encrypt_keys=k", "feishu.http.readtimeouts=1s" })
	void startWhenPropertyNamesRealAppThenSimulatorStaysAwayAndAnalysisSaysSo(String property) {
		FailureAnalysis analysis = analysis(this.runnerWithSimulator.withPropertyValues(property));

		String name = property.substring(0, property.indexOf('=')).replace('_', '-');
		assertThat(analysis.getDescription()).contains("'feishu.app-id' is not set")
			.containsPattern("because '" + name.replace("-", "-?") + "' is set");
		assertThat(analysis.getAction()).contains("'feishu.simulator.enabled' to true");
	}

	@Test
	void startWhenEnvironmentVariableIsMisspeltThenSimulatorStaysAway() {
		ApplicationContextRunner deployed = this.runnerWithSimulator
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("FEISHU_APPLICATION_ID", "cli_1", "FEISHU_CARD_LOCATION", "classpath:cards/"))));

		assertThat(analysis(deployed).getDescription()).contains("'feishu.application.id' is set");
	}

	@ParameterizedTest
	@ValueSource(strings = { "feishu.callback.encrypt-key=", "feishu.card.default-locale=en", "feishu.simulator.port=0",
			"feishu.callback.path=/feishu", "feishu.rate-limit.max-wait=1s", "feishu.retry.max-attempts=2" })
	void startWhenNoPropertyNamesRealAppThenSimulatorRuns(String property) {
		this.runnerWithSimulator.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(FeishuSimulator.class));
	}

	@Test
	void startWhenSimulatorIsEnabledThenRunsWhateverIsSet() {
		this.runnerWithSimulator
			.withPropertyValues("feishu.simulator.enabled=true", "feishu.app-id=cli_1", "feishu.app-secret=s",
					"feishu.region=lark")
			.run((context) -> assertThat(context.getBean(FeishuConnectionDetails.class).getBaseUrl())
				.isEqualTo(context.getBean(FeishuSimulator.class).baseUrl()));
	}

	@Test
	void startWhenSimulatorIsDisabledThenNeedsCredentials() {
		assertThat(analysis(this.runnerWithSimulator.withPropertyValues("feishu.simulator.enabled=false"))
			.getDescription()).endsWith("'feishu.app-id' is not set.");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void startWhenSimulatorRunsThenWarns(CapturedOutput output) {
		this.runnerWithSimulator
			.run((context) -> assertThat(output).containsPattern("WARN.*A simulator takes the place of Feishu"));
	}

	@Test
	void startWhenCredentialsAreSetThenSimulatorStaysAway() {
		this.runnerWithSimulator.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=s")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FeishuSimulator.class));
	}

	@Test
	void analyzerThenIsRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, new StandardEnvironment()),
					FailureHandler.logging(LogFactory.getLog(getClass()))))
			.hasAtLeastOneElementOfType(MissingCredentialsFailureAnalyzer.class);
	}

	private static FailureAnalysis analysis(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		Environment[] environment = new Environment[1];
		runner.withInitializer((context) -> environment[0] = context.getEnvironment()).run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = new MissingCredentialsFailureAnalyzer(environment[0]).analyze(context.getStartupFailure());
		});
		assertThat(analysis[0]).isNotNull();
		return analysis[0];
	}

}
