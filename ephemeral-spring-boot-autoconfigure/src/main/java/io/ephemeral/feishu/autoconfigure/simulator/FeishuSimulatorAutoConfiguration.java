package io.ephemeral.feishu.autoconfigure.simulator;

import java.time.Clock;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.ExpiredCardEvents;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackDetailsAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.autoconfigure.simulator.ConditionalOnEnabledSimulator;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.simulator.ApplicationActivity;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.devtools.restart.classloader.RestartClassLoader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of a local Feishu and of the connection to it. It backs off if a
 * property names a real app, unless {@code feishu.simulator.enabled} is true.
 */
@AutoConfiguration(before = { FeishuAutoConfiguration.class, FeishuCallbackDetailsAutoConfiguration.class })
@ConditionalOnClass(FeishuSimulator.class)
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({ FeishuConnectionDetails.class, CredentialsSupplier.class })
@ConditionalOnEnabledSimulator
@EnableConfigurationProperties({ FeishuProperties.class, FeishuCallbackProperties.class })
@Import(FeishuSimulatorCallbackConfiguration.class)
public final class FeishuSimulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FeishuSimulator feishuSimulator(FeishuProperties properties, FeishuCallbackProperties callbacks,
			Environment environment) {
		RealApp.refuseIn(environment);
		return warn(start(properties, callbacks));
	}

	private static FeishuSimulator start(FeishuProperties properties, FeishuCallbackProperties callbacks) {
		FeishuProperties.Simulator simulator = properties.simulator();
		FeishuSimulator.Builder builder = FeishuSimulator.builder()
			.port(simulator.port())
			.cardBench(new LibraryCardBench());
		if (simulator.appId() != null && simulator.appSecret() != null) {
			builder.credentials(simulator.appId(), simulator.appSecret());
		}
		if (callbacks.encryptKey() != null && callbacks.verificationToken() != null) {
			builder.eventKeys(callbacks.encryptKey(), callbacks.verificationToken());
		}
		return builder.start();
	}

	private static FeishuSimulator warn(FeishuSimulator simulator) {
		LogFactory.getLog(FeishuSimulatorAutoConfiguration.class)
			.warn("A simulator takes the place of Feishu, and no card reaches a real person; its page is "
					+ simulator.pageUrl());
		return simulator;
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuConnectionDetails feishuSimulatorConnectionDetails(FeishuSimulator simulator) {
		return new SimulatorConnectionDetails(simulator);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
	SimulatorLongConnection feishuSimulatorLongConnection(FeishuSimulator simulator) {
		return new SimulatorLongConnection(simulator);
	}

	/** The clock of both, so that {@link FeishuSimulator#advance} moves both. */
	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuClock")
	Clock feishuClock(FeishuSimulator simulator) {
		return simulator.clock();
	}

	/** Cards in memory expire by the clock, and not by elapsed time as otherwise. */
	@Bean
	@ConditionalOnMissingBean
	ExpiryWorker feishuExpiryWorker(@Qualifier("feishuWebClient") WebClient client, ExpiryStore store,
			@Qualifier("feishuClock") Clock clock, ConfigurableListableBeanFactory beans,
			ApplicationEventPublisher publisher) {
		return new ExpiryWorker(client, store, clock, clock, new ExpiredCardEvents(beans, publisher));
	}

	@Bean
	@ConditionalOnMissingBean
	SimulatorActivities feishuSimulatorActivities(FeishuSimulator simulator,
			ObjectProvider<ApplicationActivity> activities) {
		return new SimulatorActivities(simulator, activities);
	}

	@Bean
	@ConditionalOnMissingBean
	CallbackActivity feishuCallbackActivity(ObjectProvider<CallbackProcessor> processors) {
		return new CallbackActivity(processors);
	}

	@Bean
	@ConditionalOnMissingBean
	CallActivity feishuCallActivity() {
		return new CallActivity();
	}

	@Bean
	@ConditionalOnMissingBean
	ExpiryActivity feishuExpiryActivity(ExpiryWorker worker, @Qualifier("feishuClock") Clock clock) {
		return new ExpiryActivity(worker, clock);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Restarter.class)
	@Conditional(OnRestartCondition.class)
	static class RestartConfiguration {

		/** Not closed with the context, because the next context takes it over. */
		@Bean(destroyMethod = "")
		@ConditionalOnMissingBean
		FeishuSimulator feishuSimulator(FeishuProperties properties, FeishuCallbackProperties callbacks) {
			return warn(new RestartedSimulator(properties.simulator().port(), callbacks)
				.get(() -> start(properties, callbacks)));
		}

	}

	/**
	 * Condition that matches if the developer tools restart this application when its
	 * classes change.
	 */
	static final class OnRestartCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Restart by the developer tools");
			return (context.getClassLoader() instanceof RestartClassLoader)
					? ConditionOutcome.match(message.found("class loader").items(RestartClassLoader.class.getName()))
					: ConditionOutcome.noMatch(message.because("the application is not restarted"));
		}

	}

}
