package io.ephemeral.feishu.autoconfigure.registration;

import java.time.Duration;

import com.google.zxing.qrcode.QRCodeWriter;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.registration.AppRegistration;
import io.ephemeral.feishu.registration.RegistrationFailedException;
import io.ephemeral.feishu.registration.RegistrationFailedException.Reason;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuRegistrationAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuRegistrationAutoConfiguration.class,
				FeishuAutoConfiguration.class, FeishuSimulatorAutoConfiguration.class));

	private final ApplicationContextRunner enabled = this.runner.withPropertyValues("feishu.registration.enabled=true");

	@ParameterizedTest
	@ValueSource(strings = { "feishu.registration.enabled=false", "feishu.card.validation=warn" })
	void contextWhenNotEnabledThenSimulatorRuns(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(FeishuSimulator.class)
				.doesNotHaveBean(AppRegistration.class));
	}

	@Test
	void contextWhenFeishuIsOffThenHasNoRegistration() {
		this.enabled.withPropertyValues("feishu.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AppRegistration.class));
	}

	@Test
	void contextWhenCredentialsAreSetThenNobodyScans() {
		this.enabled.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=s")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FeishuSimulator.class)
				.doesNotHaveBean("feishuRegisteredConnectionDetails")
				.hasSingleBean(FeishuConnectionDetails.class));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void contextWhenNobodyScansThenOutputHasCodeAndLink(CapturedOutput output) {
		assertThat(outputOf(this.enabled, output)).contains("Scan this code", "█▀▀▀▀▀█", "&tp=sdk&name=Lunch%20bot");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void contextWhenLibraryOfCodesIsMissingThenOutputHasTheLink(CapturedOutput output) {
		assertThat(outputOf(this.enabled.withClassLoader(new FilteredClassLoader(QRCodeWriter.class)), output))
			.contains("Open this link", "&tp=sdk")
			.doesNotContain("█");
	}

	/** The platform ends each registration at once. */
	private static String outputOf(ApplicationContextRunner runner, CapturedOutput output) {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			feishu.registrations().interval(Duration.ofMillis(10));
			Disposable end = Flux.interval(Duration.ofMillis(10)).subscribe((tick) -> feishu.registrations().expire());
			runner
				.withPropertyValues("feishu.registration.base-url=" + feishu.baseUrl(),
						"spring.application.name=Lunch bot")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(RegistrationFailedException.class));
			end.dispose();
		}
		return output.getOut();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com", "ftp://127.0.0.1", "https://example.com/path" })
	void contextWhenAddressIsNotSafeThenFails(String address) {
		this.enabled.withPropertyValues("feishu.registration.base-url=" + address)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("feishu.registration.base-url"));
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void analysisWhenRegistrationFailedThenSaysWhatToDo(Reason reason) {
		FailureAnalysis analysis = new RegistrationFailureAnalyzer()
			.analyze(new RegistrationFailedException(reason, "It failed"));

		assertThat(analysis.getDescription()).isEqualTo("It failed.");
		assertThat(analysis.getAction()).contains("feishu.app-secret", "feishu.registration.enabled");
	}

	@Test
	void analysisWhenConfigurationIsWrongThenSaysWhatToDo() {
		this.enabled.withPropertyValues("feishu.app-type=store").run((context) -> {
			FailureAnalysis analysis = new RegistrationSetupFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("'feishu.app-type' is 'store'");
			assertThat(analysis.getAction()).contains("Remove 'feishu.app-type'");
		});
	}

}
