package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;

import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.limit.RateLimiter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the actuator endpoint {@code feishu}, if it is exposed.
 */
@AutoConfiguration(after = { FeishuAutoConfiguration.class, FeishuHealthContributorAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@ConditionalOnBean(FeishuAutoConfiguration.class)
@ConditionalOnAvailableEndpoint(FeishuEndpoint.class)
@Import(CallHistoryConfiguration.class)
public final class FeishuEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FeishuEndpoint feishuEndpoint(ConnectedApp app, TenantTokenProvider tokens, ObjectProvider<TokenSource> tokenSource,
			RateLimiter limiter, CallHistory history, ObjectProvider<CallbackProcessor> callbacks,
			ObjectProvider<LongConnection> connection, ExpiryWorker expiries, ObjectProvider<LimitSharing> sharing,
			@Qualifier("feishuClock") Clock clock) {
		return new FeishuEndpoint(app, tokens, tokenSource, limiter, history, callbacks, connection, expiries, sharing,
				clock);
	}

}
