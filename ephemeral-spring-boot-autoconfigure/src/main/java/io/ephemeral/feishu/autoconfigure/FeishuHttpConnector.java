package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.resolver.NoopAddressResolverGroup;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;

/**
 * Factory of the HTTP connector. It uses the HTTP settings of the application, and
 * shorter time-outs where the application sets none.
 */
final class FeishuHttpConnector {

	private static final HttpClientSettings DEFAULTS = HttpClientSettings.defaults()
		.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

	private FeishuHttpConnector() {
	}

	/**
	 * Creates a connector that is built at its first use, because loading the HTTP engine
	 * would slow down the start.
	 */
	static ClientHttpConnector create(FeishuProperties.Http properties, ClientHttpConnectorBuilder<?> builder,
			HttpClientSettings application, ObjectProvider<SslBundles> sslBundles) {
		HttpClientSettings settings = settings(properties, application, sslBundles);
		SingletonSupplier<ClientHttpConnector> connector = SingletonSupplier
			.of(() -> withJvmProxy(builder).build(settings));
		return (method, uri, request) -> connector.obtain().connect(method, uri, request);
	}

	/**
	 * Creates the HTTP client of WebSockets. It uses the same settings, and Reactor Netty
	 * with the customizers of the application, also if another engine makes the calls.
	 */
	static HttpClient webSocketClient(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings) {
		return ReactorNetty.webSocketClient(builder, settings);
	}

	/**
	 * Makes Reactor Netty use the proxy of the JVM, as the other engines do. Since Spring
	 * Boot 4.1 it does so by itself. A proxy that the application has set stays.
	 */
	private static ClientHttpConnectorBuilder<?> withJvmProxy(ClientHttpConnectorBuilder<?> builder) {
		return (builder instanceof ReactorClientHttpConnectorBuilder reactor) ? ReactorNetty.withJvmProxy(reactor)
				: builder;
	}

	static HttpClientSettings settings(FeishuProperties.Http properties, HttpClientSettings application,
			ObjectProvider<SslBundles> sslBundles) {
		String bundle = properties.ssl().bundle();
		// A redirect would send the token to another address.
		return HttpClientSettings.defaults()
			.withTimeouts(properties.connectTimeout(), properties.readTimeout())
			.withSslBundle((bundle != null) ? sslBundles.getObject().getBundle(bundle) : null)
			.orElse(application)
			.orElse(DEFAULTS)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

	/**
	 * Separate class, because Reactor Netty may not be on the class path.
	 */
	private static final class ReactorNetty {

		private static HttpClient webSocketClient(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings) {
			ReactorClientHttpConnectorBuilder reactor = (builder instanceof ReactorClientHttpConnectorBuilder given)
					? given : ClientHttpConnectorBuilder.reactor();
			AtomicReference<HttpClient> client = new AtomicReference<>();
			reactor.withHttpClientCustomizer(ReactorNetty::withJvmProxy).withHttpClientCustomizer((customized) -> {
				client.set(customized);
				return customized;
			}).build(settings);
			return Objects.requireNonNull(client.get());
		}

		private static ClientHttpConnectorBuilder<?> withJvmProxy(ReactorClientHttpConnectorBuilder builder) {
			return builder.withHttpClientCustomizer(ReactorNetty::withJvmProxy);
		}

		private static HttpClient withJvmProxy(HttpClient client) {
			if (hasProxy(client) || hasProxy(new ReactorHttpClientBuilder().build(null))) {
				return client;
			}
			HttpClient following = client.proxyWithSystemProperties();
			// The proxy resolves host names. Without this, the resolver of the event loop
			// would do so first.
			return hasProxy(following) ? following.resolver(NoopAddressResolverGroup.INSTANCE) : following;
		}

		private static boolean hasProxy(HttpClient client) {
			return client.configuration().hasProxy();
		}

	}

}
