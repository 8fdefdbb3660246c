package io.ephemeral.feishu.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.ephemeral.feishu.system.RawServer;
import org.junit.jupiter.api.Test;
import reactor.netty.transport.ProxyProvider;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.http.HttpMethod;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.client.reactive.ClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuHttpConnectorTests {

	private static final FeishuProperties.Http NOTHING = new FeishuProperties.Http(null, null,
			new FeishuProperties.Http.Ssl(null), false, null, null);

	private static final HttpClientSettings APPLICATION = HttpClientSettings.defaults()
		.withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(50))
		.withRedirects(HttpRedirects.FOLLOW);

	@Test
	void settingsWhenNothingIsSetThenSuitAChat() {
		HttpClientSettings settings = settings(NOTHING, HttpClientSettings.defaults());

		assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(5));
		assertThat(settings.redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
	}

	@Test
	void settingsWhenApplicationHasSomeThenTheyApplyButForRedirects() {
		HttpClientSettings settings = settings(NOTHING, APPLICATION);

		assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(20));
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(50));
		assertThat(settings.redirects()).isEqualTo(HttpRedirects.DONT_FOLLOW);
	}

	@Test
	void settingsWhenSetForFeishuThenTheyWin() {
		FeishuProperties.Http own = new FeishuProperties.Http(Duration.ofSeconds(1), null,
				new FeishuProperties.Http.Ssl(null), false, null, null);
		HttpClientSettings settings = settings(own, APPLICATION);

		assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
		assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(50));
	}

	@Test
	void connectWhenApplicationHasAProxyThenThatOfTheJvmIsLeftAlone() throws IOException {
		try (RawServer own = proxy(); RawServer ofJvm = proxy()) {
			ReactorClientHttpConnectorBuilder builder = ClientHttpConnectorBuilder.reactor()
				.withHttpClientCustomizer((client) -> client.proxy(
						(proxy) -> proxy.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(own.url().getPort())));

			behind(ofJvm, () -> connect(builder));

			assertThat(own.requests()).isEqualTo(1);
			assertThat(ofJvm.requests()).isZero();
		}
	}

	private static RawServer proxy() throws IOException {
		return new RawServer((request, connection) -> RawServer.send(connection,
				"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
	}

	private static void behind(RawServer proxy, Runnable call) {
		TestPropertyValues
			.of(Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", Integer.toString(proxy.url().getPort())))
			.applyToSystemProperties(() -> {
				call.run();
				return null;
			});
	}

	private static void connect(ClientHttpConnectorBuilder<?> builder) {
		ClientHttpConnector connector = FeishuHttpConnector.create(NOTHING, builder, HttpClientSettings.defaults(),
				new DefaultListableBeanFactory().getBeanProvider(SslBundles.class));
		connector
			.connect(HttpMethod.GET, URI.create("https://open.feishu.invalid"), ReactiveHttpOutputMessage::setComplete)
			.onErrorComplete()
			.block();
	}

	private static HttpClientSettings settings(FeishuProperties.Http properties, HttpClientSettings application) {
		return FeishuHttpConnector.settings(properties, application,
				new DefaultListableBeanFactory().getBeanProvider(SslBundles.class));
	}

}
