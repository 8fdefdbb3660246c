package io.ephemeral.feishu.autoconfigure.redis;

import java.time.Clock;

import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TokenStore;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.redis.FeishuRedisProperties;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.autoconfigure.sharing.SharingSetupException;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.redis.RedisAnswerStore;
import io.ephemeral.feishu.redis.RedisAppTicketStore;
import io.ephemeral.feishu.redis.RedisExpiryStore;
import io.ephemeral.feishu.redis.RedisKeys;
import io.ephemeral.feishu.redis.RedisSlotExchange;
import io.ephemeral.feishu.redis.RedisTokenStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Auto-configuration of what the instances of an application share over Redis, if the
 * module for it is present. The connection is the one of the application, or the bean
 * {@code feishuRedisConnectionFactory}.
 */
@AutoConfiguration(before = FeishuAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration")
@ConditionalOnClass(RedisSlotExchange.class)
@ConditionalOnBooleanProperty(name = { "feishu.enabled", FeishuRedisProperties.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(FeishuRedisProperties.class)
public final class FeishuRedisAutoConfiguration {

	private static final String MODULE = "redis";

	private static final String CONNECTIONS = "feishuRedisConnectionFactory";

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuRedisTemplate")
	ReactiveStringRedisTemplate feishuRedisTemplate(ApplicationContext context,
			ObjectProvider<ReactiveRedisConnectionFactory> connections) {
		ReactiveRedisConnectionFactory factory = context.containsBean(CONNECTIONS)
				? context.getBean(CONNECTIONS, ReactiveRedisConnectionFactory.class) : connections.getIfUnique();
		return new ReactiveStringRedisTemplate(SharingSetupException.require(factory, MODULE,
				"ephemeral-feishu-redis is present, but the application has no connection to Redis, or more than one",
				"Add spring-boot-starter-data-redis-reactive and set 'spring.data.redis.url', or define a "
						+ "ReactiveRedisConnectionFactory with the name '" + CONNECTIONS + "'."));
	}

	@Bean
	@ConditionalOnMissingBean
	RedisKeys feishuRedisKeys(FeishuConnectionDetails connection, ObjectProvider<CredentialsSupplier> credentials,
			FeishuRedisProperties properties) {
		return new RedisKeys(properties.keyPrefix(), connection.getBaseUrl(),
				SharingSetupException.require(credentials, MODULE).appId());
	}

	/**
	 * Configuration of the limits.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.redis.limits", matchIfMissing = true)
	@ConditionalOnMissingBean(RateLimiter.class)
	static class LimitsConfiguration {

		@Bean
		@ConditionalOnMissingBean(SlotExchange.class)
		WatchedExchange feishuSlotExchange(@Qualifier("feishuRedisTemplate") ReactiveStringRedisTemplate redis,
				RedisKeys keys, FeishuRedisProperties properties, FeishuProperties app,
				ObjectProvider<LimitSharing.Listener> listeners, @Qualifier("feishuClock") Clock clock) {
			RedisSlotExchange exchange = new RedisSlotExchange(redis, keys, properties.timeout());
			// The first call need not wait for the connection.
			exchange.connect().onErrorComplete().subscribe();
			return new WatchedExchange(exchange, app.rateLimit().instances(), (nanos,
					answered) -> listeners.orderedStream().forEach((listener) -> listener.onExchange(nanos, answered)),
					clock);
		}

		@Bean
		@ConditionalOnMissingBean
		RateLimiter feishuRateLimiter(SlotExchange exchange, FeishuProperties properties) {
			FeishuProperties.RateLimit limit = properties.rateLimit();
			return limit.enabled() ? RateLimiter.shared(limit.policy(), RateLimits.standard(), exchange)
					: RateLimiter.unlimited();
		}

	}

	/**
	 * Configuration of tokens and app tickets.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.redis.tokens", matchIfMissing = true)
	static class TokensConfiguration {

		@Bean
		@ConditionalOnMissingBean
		TokenStore feishuTokenStore(@Qualifier("feishuRedisTemplate") ReactiveStringRedisTemplate redis, RedisKeys keys,
				ObjectProvider<CredentialsSupplier> credentials, @Qualifier("feishuClock") Clock clock) {
			return new RedisTokenStore(redis, keys, SharingSetupException.require(credentials, MODULE), clock);
		}

		@Bean
		@ConditionalOnMissingBean
		AppTicketStore feishuAppTicketStore(@Qualifier("feishuRedisTemplate") ReactiveStringRedisTemplate redis,
				RedisKeys keys, ObjectProvider<CredentialsSupplier> credentials) {
			return new RedisAppTicketStore(redis, keys, SharingSetupException.require(credentials, MODULE));
		}

	}

	/**
	 * Configuration of the expiries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.redis.expiries", matchIfMissing = true)
	static class ExpiriesConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ExpiryStore feishuExpiryStore(@Qualifier("feishuRedisTemplate") ReactiveStringRedisTemplate redis,
				RedisKeys keys, @Qualifier("feishuClock") Clock clock) {
			return new RedisExpiryStore(redis, keys, clock);
		}

	}

	/**
	 * Configuration of the answers to callbacks.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "feishu.redis.callbacks", matchIfMissing = true)
	static class CallbacksConfiguration {

		@Bean
		@ConditionalOnMissingBean
		AnswerStore feishuAnswerStore(@Qualifier("feishuRedisTemplate") ReactiveStringRedisTemplate redis,
				RedisKeys keys, ObjectProvider<CredentialsSupplier> credentials) {
			return new RedisAnswerStore(redis, keys, SharingSetupException.require(credentials, MODULE));
		}

	}

}
