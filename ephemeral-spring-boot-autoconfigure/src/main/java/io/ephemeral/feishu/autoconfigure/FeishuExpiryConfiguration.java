package io.ephemeral.feishu.autoconfigure;

import java.time.Clock;

import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Configuration of the expiry of cards.
 */
@Configuration(proxyBeanMethods = false)
class FeishuExpiryConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ExpiryStore feishuExpiryStore() {
		return ExpiryStore.inMemory();
	}

	@Bean
	@ConditionalOnMissingBean
	ExpiryWorker feishuExpiryWorker(@Qualifier("feishuWebClient") WebClient client, ExpiryStore store,
			@Qualifier("feishuClock") Clock clock, ConfigurableListableBeanFactory beans,
			ApplicationEventPublisher publisher) {
		return new ExpiryWorker(client, store, clock, new ExpiredCardEvents(beans, publisher));
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuExpiryLifecycle feishuExpiryLifecycle(ExpiryWorker worker, FeishuProperties properties) {
		return new FeishuExpiryLifecycle(worker, properties.expiry().deleteOnShutdown());
	}

}
