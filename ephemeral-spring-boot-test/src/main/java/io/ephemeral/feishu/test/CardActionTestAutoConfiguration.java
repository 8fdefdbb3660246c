package io.ephemeral.feishu.test;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.CardPreparation;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of a {@link CardActionTest}. Clicks take the way of a long
 * connection, which needs no keys and no server.
 */
@AutoConfiguration(before = { FeishuAutoConfiguration.class, FeishuCallbackAutoConfiguration.class })
@EnableConfigurationProperties(FeishuCallbackProperties.class)
public final class CardActionTestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FeishuConnectionDetails feishuTestConnectionDetails() {
		return new NoPlatform();
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuTokenWebClient")
	WebClient feishuTokenWebClient() {
		return NoPlatform.client();
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuWebClient")
	WebClient feishuWebClient() {
		return NoPlatform.client();
	}

	/** The thread of the test, so that handlers see its transaction and its user. */
	@Bean(defaultCandidate = false, destroyMethod = "")
	@ConditionalOnMissingBean(name = "feishuCallbackScheduler")
	Scheduler feishuCallbackScheduler() {
		return Schedulers.immediate();
	}

	@Bean
	@ConditionalOnMissingBean
	ObservationRegistry feishuTestObservationRegistry() {
		return ObservationRegistry.create();
	}

	@Bean
	@ConditionalOnMissingBean
	ClickWatch feishuClickWatch() {
		return new ClickWatch();
	}

	@Bean
	@ConditionalOnMissingBean(name = "feishuClickObservations")
	SmartInitializingSingleton feishuClickObservations(ClickWatch watch,
			ObjectProvider<ObservationRegistry> registries) {
		return () -> registries.stream().forEach((registry) -> registry.observationConfig().observationHandler(watch));
	}

	@Bean
	@ConditionalOnMissingBean
	LateCardUpdate feishuTestLateCardUpdate(ClickWatch watch, CardPreparation preparation) {
		return new WatchedCardUpdate(watch, preparation);
	}

	@Bean
	@ConditionalOnMissingBean
	TestClicks feishuTestClicks(CallbackProcessor processor, CardPreparation preparation, ClickWatch watch) {
		return new TestClicks(new ClickChannel(processor, preparation, watch));
	}

}
