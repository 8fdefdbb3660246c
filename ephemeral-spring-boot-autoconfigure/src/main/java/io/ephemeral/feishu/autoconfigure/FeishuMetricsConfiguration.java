package io.ephemeral.feishu.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Metrics of the limiter, where the application has metrics.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
class FeishuMetricsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LimiterMetrics feishuLimiterMetrics(ObjectProvider<MeterRegistry> registry) {
		return (limiter) -> {
			MeterRegistry present = registry.getIfUnique();
			return (present != null) ? new MeteredRateLimiter(limiter, present) : limiter;
		};
	}

}
