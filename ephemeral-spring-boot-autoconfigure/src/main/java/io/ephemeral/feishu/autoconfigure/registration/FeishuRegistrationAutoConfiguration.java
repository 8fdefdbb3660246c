package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.List;
import java.util.Set;

import com.google.zxing.qrcode.QRCodeWriter;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.AppType;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.PlatformAddress;
import io.ephemeral.feishu.autoconfigure.registration.FeishuRegistrationProperties;
import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.AppRegistration;
import io.ephemeral.feishu.registration.AppSettingsLookup;
import io.ephemeral.feishu.registration.TenantBrand;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of the registration of an app by one scan, if it is enabled. It
 * comes before the simulator, which would take the platform's place without credentials.
 */
@AutoConfiguration(before = FeishuAutoConfiguration.class,
		beforeName = "io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration")
@ConditionalOnProperty(name = "feishu.enabled", havingValue = "true", matchIfMissing = true)
@ConditionalOnBooleanProperty(FeishuRegistrationProperties.ENABLED)
@EnableConfigurationProperties({ FeishuProperties.class, FeishuRegistrationProperties.class })
public final class FeishuRegistrationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AppNeeds feishuAppNeeds(ConfigurableListableBeanFactory beans, FeishuProperties app,
			FeishuRegistrationProperties properties) {
		return new BeanNeeds(beans, app.chatGuard().enabled()).find()
			.and(new AppNeeds(properties.scopes(), Set.of(), Set.of()));
	}

	/** Has no codecs of the application, which may log bodies. */
	@Bean
	@ConditionalOnMissingBean
	AppRegistration feishuAppRegistration(@Qualifier("feishuHttpConnector") ClientHttpConnector connector,
			FeishuProperties app, FeishuRegistrationProperties properties) {
		if (app.appType() == AppType.STORE) {
			throw new RegistrationSetupException("'feishu.app-type' is 'store', and a scan makes self-built apps only",
					"Remove 'feishu.app-type', or remove 'feishu.registration.enabled'.", null);
		}
		WebClient client = WebClient.builder().clientConnector(connector).build();
		TenantBrand brand = TenantBrand.valueOf(app.region().name());
		URI baseUrl = properties.baseUrl();
		if (baseUrl == null) {
			return new AppRegistration(client, brand);
		}
		URI accounts = PlatformAddress.require("feishu.registration.base-url", baseUrl);
		return new AppRegistration(client, brand, (any) -> accounts);
	}

	@Bean
	@ConditionalOnMissingBean
	RegistrationPrompt feishuRegistrationPrompt() {
		return new TerminalPrompt(System.out, (link) -> List.of());
	}

	@Bean
	@ConditionalOnMissingBean
	AppRegistrar feishuAppRegistrar(AppRegistration registration, RegistrationPrompt prompt, Environment environment) {
		return new AppRegistrar(registration, prompt, environment.getProperty("spring.application.name", "Ephemeral"));
	}

	/** Waits for a person if the application has no credentials. */
	@Bean
	@ConditionalOnMissingBean({ FeishuConnectionDetails.class, CredentialsSupplier.class })
	@Conditional(OnMissingSecretCondition.class)
	FeishuConnectionDetails feishuRegisteredConnectionDetails(AppRegistrar registrar, AppNeeds needs,
			FeishuProperties app, FeishuRegistrationProperties properties) {
		return new RegisteredApps(registrar, app, properties).obtain(needs);
	}

	@Bean
	@ConditionalOnMissingBean
	SettingsCheck feishuSettingsCheck(ApplicationContext context, FeishuConnectionDetails connection,
			@Qualifier("feishuWebClient") WebClient client, AppRegistrar registrar, AppNeeds needs,
			FeishuRegistrationProperties properties) {
		return new SettingsCheck(context, connection, new AppSettingsLookup(client), registrar, needs,
				properties.update());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(QRCodeWriter.class)
	static class QrCodeConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RegistrationPrompt feishuRegistrationPrompt() {
			return new TerminalPrompt(System.out, QrCode::draw);
		}

	}

	/**
	 * Condition that matches if no property sets an app secret.
	 */
	static final class OnMissingSecretCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Feishu registration");
			return StringUtils.hasText(context.getEnvironment().getProperty("feishu.app-secret"))
					? ConditionOutcome.noMatch(message.because("an app secret is set"))
					: ConditionOutcome.match(message.because("no app secret is set"));
		}

	}

}
