package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;

/**
 * Connects to the platform with the application's own HTTP settings, and with defaults
 * that suit a chat.
 */
final class FeishuHttpConnector {

	private static final HttpClientSettings DEFAULTS = HttpClientSettings.defaults()
		.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

	private FeishuHttpConnector() {
	}

	/**
	 * Makes a connector that is built when it is first used, since loading the HTTP
	 * engine would slow down the start.
	 */
	static ClientHttpConnector create(FeishuProperties.Http properties, ClientHttpConnectorBuilder<?> builder,
			HttpClientSettings application, ObjectProvider<SslBundles> sslBundles) {
		HttpClientSettings settings = settings(properties, application, sslBundles);
		SingletonSupplier<ClientHttpConnector> connector = SingletonSupplier.of(() -> builder.build(settings));
		return (method, uri, request) -> connector.obtain().connect(method, uri, request);
	}

	static HttpClientSettings settings(FeishuProperties.Http properties, HttpClientSettings application,
			ObjectProvider<SslBundles> sslBundles) {
		String bundle = properties.ssl().bundle();
		// A redirect would carry the token elsewhere.
		return HttpClientSettings.defaults()
			.withTimeouts(properties.connectTimeout(), properties.readTimeout())
			.withSslBundle((bundle != null) ? sslBundles.getObject().getBundle(bundle) : null)
			.orElse(application)
			.orElse(DEFAULTS)
			.withRedirects(HttpRedirects.DONT_FOLLOW);
	}

}
