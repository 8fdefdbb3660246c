package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the beans that the health and the endpoint share.
 */
@Configuration(proxyBeanMethods = false)
class CallHistoryConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CallHistory feishuCallHistory(@Qualifier("feishuClock") Clock clock) {
		return new CallHistory(clock);
	}

	@Bean
	@ConditionalOnMissingBean
	ConnectedApp feishuConnectedApp(FeishuConnectionDetails connection,
			ObjectProvider<CredentialsSupplier> credentials) {
		return ConnectedApp.of(connection, credentials.getIfAvailable());
	}

}
