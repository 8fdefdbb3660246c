package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackDetailsAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.system.CapturedLog;
import io.ephemeral.feishu.system.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Log of an application that has started.
 */
@ExtendWith(OutputCaptureExtension.class)
class FeishuStartLogTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(
			FeishuSimulatorAutoConfiguration.class, FeishuAutoConfiguration.class,
			FeishuCallbackDetailsAutoConfiguration.class, FeishuCallbackAutoConfiguration.class);

	private static final String[] APP = { "feishu.app-id=cli_1", "feishu.app-secret=secret-1" };

	private static final String[] CALLBACKS = { "feishu.callback.path=/callback", "feishu.callback.encrypt-key=ek-1",
			"feishu.callback.verification-token=vt-1" };

	private static final String LIMITS = "50/s and 1000/min for each operation, "
			+ "ephemeral.send 40/s, message.send 5/s, message.update 5/s for each target";

	private final CapturedLog log = CapturedLog.of(FeishuStartLog.class.getName(), Level.INFO);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	private final WebApplicationContextRunner real = this.runner.withPropertyValues(APP);

	private final WebApplicationContextRunner called = this.real.withPropertyValues(CALLBACKS);

	@AfterEach
	void stopLog() {
		this.log.close();
	}

	@Test
	void lineWhenApplicationIsReadyThenTellsAppCallbacksHandlersAndLimits() {
		assertThat(lines(this.called.withBean(LunchBot.class))).containsExactly(
				"Feishu app cli_1 at https://open.feishu.cn: callbacks at /callback, handlers of eat, skip; "
						+ "limits of 1 instance: " + LIMITS);
	}

	@Test
	void lineWhenNothingIsCalledThenSaysSo() {
		assertThat(lines(this.real)).singleElement().asString().contains(": no callbacks; ");
		assertThat(lines(this.called)).singleElement().asString().contains("callbacks at /callback, no handlers; ");
	}

	@Test
	void lineWhenInstancesShareLimitsThenTellsThePartOfThisOne() {
		assertThat(lines(this.real.withPropertyValues("feishu.rate-limit.instances=5"))).singleElement()
			.asString()
			.endsWith("limits of one of 5 instances: 10/s and 200/min for each operation, "
					+ "ephemeral.send 8/s, message.send 1/s, message.update 1/s for each target");
	}

	@Test
	void lineWhenThereAreNoLimitsOrThoseOfTheApplicationThenSaysSo() {
		assertThat(lines(this.real.withPropertyValues("feishu.rate-limit.enabled=false"))).singleElement()
			.asString()
			.endsWith("; no limits");
		assertThat(lines(this.real.withBean(RateLimiter.class, RateLimiter::unlimited))).singleElement()
			.asString()
			.endsWith("; limits of the application's own RateLimiter");
	}

	@Test
	void lineWhenTokensNeedNoCredentialsThenAsksForNone() {
		assertThat(lines(this.runner.withClassLoader(new FilteredClassLoader(FeishuSimulator.class))
			.withBean(TokenSource.class, () -> (request) -> Mono.never()))).singleElement()
			.asString()
			.startsWith("Feishu at https://open.feishu.cn: ");
	}

	@Test
	void lineWhenSimulatorIsThePlatformThenSaysSo() {
		this.runner.run((context) -> assertThat(ready(context.getSourceApplicationContext())).singleElement()
			.asString()
			.startsWith("Feishu app " + context.getBean(CredentialsSupplier.class).appId() + " at the simulator "
					+ context.getBean(FeishuSimulator.class).baseUrl() + ": callbacks at /feishu/callback"));
	}

	@Test
	void lineWhenContextHasAChildThenIsThereOnce(CapturedOutput output) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(TestApplication.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.properties("logging.level." + FeishuStartLog.class.getName() + "=info");

		ConfigurableApplicationContext parent = application.run();
		application.child(Object.class).web(WebApplicationType.NONE).run().close();
		parent.close();

		assertThat(output).containsOnlyOnce("Feishu app cli_");
	}

	@Test
	void warningWhenNoClickCanReachMethodOrHandlerThenNamesProperties() {
		this.real.withBean(LunchBot.class).run((context) -> ready(context.getSourceApplicationContext()));
		this.real.withBean(CardActionHandler.class, Mockito::mock)
			.run((context) -> ready(context.getSourceApplicationContext()));

		assertThat(warnings()).hasSize(2)
			.containsOnly("Clicks do not reach the handlers of the application: "
					+ "set feishu.callback.path, feishu.callback.encrypt-key and feishu.callback.verification-token");
	}

	@Test
	void warningWhenApplicationHasNoWebServerThenSaysSo() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(APP)
			.withPropertyValues(CALLBACKS)
			.withBean(LunchBot.class)
			.run((context) -> ready(context.getSourceApplicationContext()));

		assertThat(warnings()).singleElement().asString().contains("it has no web server");
	}

	@Test
	void warningWhenClicksArriveOrNobodyHandlesThemThenIsNotThere() {
		this.called.withBean(LunchBot.class).run((context) -> ready(context.getSourceApplicationContext()));
		this.real.run((context) -> ready(context.getSourceApplicationContext()));
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(LunchBot.class)
			.run((context) -> ready(context.getSourceApplicationContext()));

		assertThat(this.log.lines(Level.INFO)).hasSize(3);
		assertThat(warnings()).isEmpty();
	}

	private List<String> warnings() {
		return this.log.lines(Level.WARN);
	}

	private List<String> lines(WebApplicationContextRunner runner) {
		int before = this.log.lines(Level.INFO).size();
		runner.run((context) -> ready(context.getSourceApplicationContext()));
		return this.log.lines(Level.INFO).stream().skip(before).toList();
	}

	private List<String> ready(ConfigurableApplicationContext context) {
		context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
		return this.log.lines(Level.INFO);
	}

	static final class LunchBot {

		@CardAction("skip")
		void skip() {
		}

		@CardAction("eat")
		void eat() {
		}

	}

}
