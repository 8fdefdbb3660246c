package io.ephemeral.feishu.autoconfigure;

import java.net.URI;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Auto-configuration of a local Feishu, and of the connection to it. It stays away as
 * soon as an app id or an app secret is set.
 */
@AutoConfiguration(before = FeishuAutoConfiguration.class)
@ConditionalOnClass(FeishuSimulator.class)
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({ FeishuConnectionDetails.class, CredentialsSupplier.class })
@Conditional(FeishuSimulatorAutoConfiguration.OnNoCredentialsCondition.class)
@EnableConfigurationProperties({ FeishuProperties.class, FeishuCallbackProperties.class })
@Import(FeishuSimulatorCallbackConfiguration.class)
public final class FeishuSimulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FeishuSimulator feishuSimulator(FeishuProperties properties, FeishuCallbackProperties callbacks) {
		FeishuSimulator.Builder builder = FeishuSimulator.builder().port(properties.simulator().port());
		if (callbacks.encryptKey() != null && callbacks.verificationToken() != null) {
			builder.eventKeys(callbacks.encryptKey(), callbacks.verificationToken());
		}
		FeishuSimulator simulator = builder.start();
		LogFactory.getLog(FeishuSimulatorAutoConfiguration.class)
			.info("No Feishu credentials are set, so a simulator takes the platform's place: " + simulator.pageUrl());
		return simulator;
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuConnectionDetails feishuSimulatorConnectionDetails(FeishuSimulator simulator) {
		return new SimulatorConnectionDetails(simulator);
	}

	private record SimulatorConnectionDetails(FeishuSimulator simulator) implements FeishuConnectionDetails {

		@Override
		public URI getBaseUrl() {
			return this.simulator.baseUrl();
		}

		@Override
		public AppCredentials getCredentials() {
			return new AppCredentials(this.simulator.appId(), this.simulator.appSecret());
		}

	}

	static final class OnNoCredentialsCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Binder binder = Binder.get(context.getEnvironment());
			for (String property : new String[] { "feishu.app-id", "feishu.app-secret" }) {
				if (Credential.of(binder.bind(property, String.class).orElse(null)) == Credential.USABLE) {
					return ConditionOutcome
						.noMatch(ConditionMessage.forCondition("Feishu credentials").found("property").items(property));
				}
			}
			return ConditionOutcome
				.match(ConditionMessage.forCondition("Feishu credentials").because("neither id nor secret is set"));
		}

	}

}
