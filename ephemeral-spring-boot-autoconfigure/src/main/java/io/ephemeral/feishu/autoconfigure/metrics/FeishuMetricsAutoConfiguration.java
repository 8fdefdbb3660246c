package io.ephemeral.feishu.autoconfigure.metrics;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.RateLimiterDecorator;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.connection.LongConnectionListener;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the metrics of the limiter, of the sharing of limits and of the
 * long connection, if the application has metrics.
 */
@AutoConfiguration(after = FeishuAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
public final class FeishuMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "feishuLimiterMetrics")
	RateLimiterDecorator feishuLimiterMetrics(ObjectProvider<MeterRegistry> registry) {
		return (limiter) -> {
			MeterRegistry present = registry.getIfUnique();
			return (present != null) ? new MeteredRateLimiter(limiter, present) : limiter;
		};
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(LimitSharing.class)
	LimitSharing.Listener feishuSharingMetrics(ObjectProvider<MeterRegistry> registry) {
		MeterRegistry present = registry.getIfUnique();
		return (present != null) ? new SharingMetrics(present) : (nanos, answered) -> {
		};
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
	LongConnectionListener feishuLongConnectionMetrics(ObjectProvider<MeterRegistry> registry) {
		MeterRegistry present = registry.getIfUnique();
		return (present != null) ? new LongConnectionMetrics(present) : new LongConnectionListener() {
		};
	}

}
