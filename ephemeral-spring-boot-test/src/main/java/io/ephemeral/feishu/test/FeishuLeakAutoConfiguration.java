package io.ephemeral.feishu.test;

import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration that shows observations, and requests of the application's
 * {@code WebClient} to other hosts, to the search for canaries.
 */
@AutoConfiguration(after = FeishuSimulatorAutoConfiguration.class)
@ConditionalOnBean(FeishuSimulator.class)
public final class FeishuLeakAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "feishuLeakObservations")
	SmartInitializingSingleton feishuLeakObservations(FeishuSimulator feishu,
			ObjectProvider<ObservationRegistry> registries) {
		ObservationWatch watch = new ObservationWatch(feishu.leakOracle());
		return () -> registries.stream().forEach((registry) -> registry.observationConfig().observationHandler(watch));
	}

	/** Last, so that it sees what other filters add. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	@ConditionalOnMissingBean(name = "feishuLeakWebClientCustomizer")
	WebClientCustomizer feishuLeakWebClientCustomizer(FeishuSimulator feishu) {
		RequestWatch watch = new RequestWatch(feishu.leakOracle(), feishu.baseUrl());
		return (builder) -> builder.filter(watch);
	}

}
