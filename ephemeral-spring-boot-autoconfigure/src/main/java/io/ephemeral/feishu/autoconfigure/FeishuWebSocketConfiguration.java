package io.ephemeral.feishu.autoconfigure;

import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the HTTP client of WebSockets, which needs Reactor Netty.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HttpClient.class)
@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
class FeishuWebSocketConfiguration {

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "feishuWebSocketClient")
	HttpClient feishuWebSocketClient(FeishuProperties properties, ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles) {
		return FeishuHttpConnector.webSocketClient(builder.getIfAvailable(ClientHttpConnectorBuilder::detect),
				FeishuHttpConnector.settings(properties.http(), settings.getIfAvailable(HttpClientSettings::defaults),
						sslBundles));
	}

}
