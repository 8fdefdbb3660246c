package io.ephemeral.feishu.autoconfigure.connection;

import java.time.Duration;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackDetailsAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.health.FeishuHealthContributorAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.metrics.FeishuMetricsAutoConfiguration;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.connection.LongConnectionListener;
import io.ephemeral.feishu.connection.LongConnectionOptions;
import io.ephemeral.feishu.connection.LongConnectionStatus.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class FeishuLongConnectionAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(FeishuAutoConfiguration.class, FeishuCallbackDetailsAutoConfiguration.class,
						FeishuCallbackAutoConfiguration.class, FeishuLongConnectionAutoConfiguration.class,
						FeishuHealthContributorAutoConfiguration.class, FeishuMetricsAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1");

	private final ApplicationContextRunner enabled = this.runner
		.withPropertyValues("feishu.long-connection.enabled=true");

	@Test
	void contextWhenNotEnabledThenThereIsNoConnection() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(LongConnection.class)
			.doesNotHaveBean(CallbackProcessor.class)
			.doesNotHaveBean("feishuWebSocketClient"));
	}

	@Test
	void contextWhenEnabledThenConnectionNeedsNeitherKeysNorWebServer() {
		this.enabled.run((context) -> {
			assertThat(context).hasSingleBean(LongConnection.class).hasSingleBean(CallbackProcessor.class);
			assertThat(context.getBean(LongConnection.class).status().state()).isEqualTo(State.STOPPED);
		});
	}

	@Test
	void contextWhenReactorNettyIsMissingThenThereIsNoConnection() {
		this.enabled.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("feishuLongConnection"));
	}

	@Test
	void contextWhenAppIsStoreAppThenFailsWithRemedy() {
		this.enabled.withPropertyValues("feishu.app-type=store").run((context) -> {
			assertThat(context).getFailure().rootCause().isInstanceOf(LongConnectionNotSupportedException.class);
			FailureAnalysis analysis = new LongConnectionNotSupportedFailureAnalyzer()
				.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("self-built apps only");
			assertThat(analysis.getAction()).contains("feishu.callback.path", "feishu.app-type");
		});
	}

	@Test
	void contextWhenApplicationHasBeansThenTheyAreUsed() {
		this.enabled.withBean("feishuWebSocketClient", HttpClient.class, HttpClient::create)
			.withBean(LongConnectionListener.class, () -> mock(LongConnectionListener.class))
			.run((context) -> assertThat(context).hasSingleBean(HttpClient.class)
				.hasSingleBean(LongConnectionListener.class));
	}

	@Test
	void propertiesWhenSetThenAreTimesOfTheConnection() {
		this.enabled
			.withPropertyValues("feishu.long-connection.ping-interval=30s", "feishu.long-connection.pong-timeout=20s",
					"feishu.long-connection.connect-timeout=5s")
			.run((context) -> assertThat(context.getBean(FeishuLongConnectionProperties.class).options()).isEqualTo(
					new LongConnectionOptions(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(5))));
	}

	@Test
	void metricsWhenConnectionEndsThenCountItsReason() {
		this.enabled.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			LongConnectionListener listener = context.getBean(LongConnectionListener.class);
			listener.onOpen();
			listener.onAcknowledgement(true, Duration.ofMillis(3));
			listener.onEnd("silent");

			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("feishu.long-connection.ends").tag("reason", "silent").counter().count()).isOne();
			assertThat(registry.get("feishu.long-connection.messages").tag("outcome", "accepted").timer().count())
				.isOne();
			assertThat(registry.get("feishu.long-connection.open").gauge().value()).isZero();
		});
	}

	@Test
	void healthWhenConnectionIsEnabledThenShowsItsState() {
		this.enabled
			.run((context) -> assertThat(String.valueOf(context.getBean("feishuHealthIndicator", HealthIndicator.class)
				.health()
				.getDetails()
				.get("longConnection"))).contains("state=stopped", "reconnects=0"));
	}

}
