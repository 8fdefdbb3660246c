package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.SslBundles;

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

	private static HttpClientSettings settings(FeishuProperties.Http properties, HttpClientSettings application) {
		return FeishuHttpConnector.settings(properties, application,
				new DefaultListableBeanFactory().getBeanProvider(SslBundles.class));
	}

}
