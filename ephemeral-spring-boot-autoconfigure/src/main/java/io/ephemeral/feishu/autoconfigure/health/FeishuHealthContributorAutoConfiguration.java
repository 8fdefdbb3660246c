package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;

import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.limit.RateLimiter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the health of the connection to the platform.
 */
@AutoConfiguration(after = FeishuAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@ConditionalOnBean(FeishuAutoConfiguration.class)
@ConditionalOnEnabledHealthIndicator("feishu")
@Import(CallHistoryConfiguration.class)
public final class FeishuHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "feishuHealthIndicator", "feishuHealthContributor" })
	HealthIndicator feishuHealthIndicator(ConnectedApp app, CallHistory history, RateLimiter limiter,
			ObjectProvider<LongConnection> connection, ObjectProvider<LimitSharing> sharing,
			@Qualifier("feishuClock") Clock clock) {
		return new FeishuHealthIndicator(app, history, limiter, connection, sharing, clock);
	}

}
