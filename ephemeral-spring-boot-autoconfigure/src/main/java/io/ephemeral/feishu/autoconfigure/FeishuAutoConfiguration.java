package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.time.Clock;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.card.CardFiles;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.chat.ChatGuard;
import io.ephemeral.feishu.client.CallPolicy;
import io.ephemeral.feishu.client.FeishuObservationConvention;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.limit.ClosableRateLimiter;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.seal.ActionSealer;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of the Feishu client. Beans of general types, such as
 * {@code WebClient}, are not default candidates, because the application may define beans
 * of the same types. Injection finds them by name only.
 */
@AutoConfiguration(after = { HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
		CodecsAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FeishuProperties.class)
@Import({ FeishuTokenConfiguration.class, FeishuExpiryConfiguration.class, FeishuGroupConfiguration.class,
		FeishuCommitConfiguration.class, FeishuBotConfiguration.class, FeishuSanitizingConfiguration.class })
public final class FeishuAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FeishuConnectionDetails feishuConnectionDetails(FeishuProperties properties) {
		return new PropertiesFeishuConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuStartLog feishuStartLog(ConfigurableApplicationContext context, FeishuConnectionDetails connection,
			RateLimiter limiter, FeishuProperties properties) {
		return new FeishuStartLog(context, connection, limiter, properties.rateLimit());
	}

	/** Separate from a clock of the application, which may stand still or jump. */
	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuClock")
	Clock feishuClock() {
		return Clock.systemUTC();
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuHttpConnector")
	ClientHttpConnector feishuHttpConnector(FeishuProperties properties,
			ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles) {
		return FeishuHttpConnector.create(properties.http(), builder.getIfAvailable(ClientHttpConnectorBuilder::detect),
				settings.getIfAvailable(HttpClientSettings::defaults), sslBundles);
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuObservationConvention")
	ClientRequestObservationConvention feishuObservationConvention() {
		return new FeishuObservationConvention();
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuClientBuilder feishuClientBuilder(@Qualifier("feishuHttpConnector") ClientHttpConnector connector,
			@Qualifier("feishuObservationConvention") ClientRequestObservationConvention convention,
			ObjectProvider<ObservationRegistry> observations, ObjectProvider<CodecCustomizer> codecs,
			ObjectProvider<FeishuWebClientCustomizer> customizers) {
		return new FeishuClientBuilder(connector, convention, observations, codecs, customizers);
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuTokenWebClient")
	WebClient feishuTokenWebClient(FeishuConnectionDetails connection, FeishuProperties properties,
			FeishuClientBuilder builder) {
		URI baseUrl = connection.getBaseUrl();
		return new LazyWebClient(
				() -> FeishuWebClient.unauthenticated(builder.forTokens(), baseUrl, policy(properties)));
	}

	@Bean
	@ConditionalOnMissingBean
	RateLimiter feishuRateLimiter(FeishuProperties properties) {
		FeishuProperties.RateLimit limit = properties.rateLimit();
		return limit.enabled() ? RateLimiter.slidingWindows(limit.policy()) : RateLimiter.unlimited();
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuCallsLifecycle feishuCallsLifecycle(RateLimiter limiter, FeishuProperties properties) {
		FeishuProperties.Http http = properties.http();
		return new FeishuCallsLifecycle(new ClosableRateLimiter(limiter),
				http.acquireTimeout().plus(http.responseTimeout()));
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuWebClient")
	WebClient feishuWebClient(FeishuConnectionDetails connection, FeishuProperties properties,
			FeishuClientBuilder builder, @Qualifier("feishuTenantTokenFilter") TenantTokenFilter tokenFilter,
			FeishuCallsLifecycle calls, ObjectProvider<RateLimiterDecorator> decorators) {
		URI baseUrl = connection.getBaseUrl();
		return new LazyWebClient(() -> FeishuWebClient.authenticated(builder.forCalls(), baseUrl, tokenFilter,
				policy(properties), decorate(calls.limiter(), decorators)));
	}

	@Bean
	@ConditionalOnMissingBean
	CardMessages feishuCardMessages(ApplicationContext context) {
		return (code, arguments, locale) -> context.getMessage(code, arguments, null, locale);
	}

	@Bean
	@ConditionalOnMissingBean
	CardPreparation feishuCardPreparation(CardMessages messages, FeishuProperties properties,
			ObjectProvider<CredentialsSupplier> credentials) {
		FeishuProperties.Card card = properties.card();
		CredentialsSupplier app = credentials.getIfAvailable();
		return new CardPreparation(messages, card.defaultLocale(), card.validation(),
				(app != null) ? new ActionSealer(app) : null);
	}

	@Bean
	@ConditionalOnMissingBean
	CardFiles feishuCardFiles(ResourceLoader resources, FeishuProperties properties) {
		return new CardFiles(resources, properties.card().location());
	}

	@Bean
	@ConditionalOnMissingBean
	ChatGuard feishuChatGuard(@Qualifier("feishuWebClient") WebClient client, FeishuProperties properties) {
		FeishuProperties.ChatGuard guard = properties.chatGuard();
		return guard.enabled() ? ChatGuard.askingPlatform(client, guard.cacheFor()) : ChatGuard.none();
	}

	@Bean
	@ConditionalOnMissingBean(ReactiveEphemeralCardOperations.class)
	ReactiveEphemeralCardTemplate reactiveEphemeralCardTemplate(@Qualifier("feishuWebClient") WebClient client,
			CardPreparation preparation, ExpiryWorker expiries, ChatGuard guard) {
		return new ReactiveEphemeralCardTemplate(client, preparation, expiries, guard);
	}

	@Bean
	@ConditionalOnMissingBean(EphemeralCardOperations.class)
	EphemeralCardTemplate ephemeralCardTemplate(ReactiveEphemeralCardOperations cards) {
		return new EphemeralCardTemplate(cards);
	}

	private static RateLimiter decorate(RateLimiter limiter, ObjectProvider<RateLimiterDecorator> decorators) {
		RateLimiter decorated = limiter;
		for (RateLimiterDecorator decorator : decorators.orderedStream().toList()) {
			decorated = decorator.decorate(decorated);
		}
		return decorated;
	}

	private static CallPolicy policy(FeishuProperties properties) {
		FeishuProperties.Http http = properties.http();
		return new CallPolicy(new RetryPolicy(properties.retry().maxAttempts(), properties.retry().maxElapsed()),
				http.acquireTimeout(), http.responseTimeout());
	}

	/**
	 * Configuration of the HTTP client of the long connection, which needs Reactor Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpClient.class)
	@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
	static class WebSocketConfiguration {

		@Bean(defaultCandidate = false)
		@ConditionalOnMissingBean(name = "feishuWebSocketClient")
		HttpClient feishuWebSocketClient(FeishuProperties properties,
				ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> settings,
				ObjectProvider<SslBundles> sslBundles) {
			return FeishuHttpConnector.webSocketClient(builder.getIfAvailable(ClientHttpConnectorBuilder::detect),
					FeishuHttpConnector.settings(properties.http(),
							settings.getIfAvailable(HttpClientSettings::defaults), sslBundles));
		}

	}

}
