package io.ephemeral.feishu.autoconfigure;

import java.util.function.BiConsumer;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builder of the clients that call the platform. They are separate from the clients of
 * the application, so that its headers and credentials do not reach the platform unless a
 * {@link FeishuWebClientCustomizer} adds them.
 */
final class FeishuClientBuilder {

	private final ClientHttpConnector connector;

	private final ClientRequestObservationConvention convention;

	private final ObjectProvider<ObservationRegistry> observations;

	private final ObjectProvider<CodecCustomizer> codecs;

	private final ObjectProvider<FeishuWebClientCustomizer> customizers;

	FeishuClientBuilder(ClientHttpConnector connector, ClientRequestObservationConvention convention,
			ObjectProvider<ObservationRegistry> observations, ObjectProvider<CodecCustomizer> codecs,
			ObjectProvider<FeishuWebClientCustomizer> customizers) {
		this.connector = connector;
		this.convention = convention;
		this.observations = observations;
		this.codecs = codecs;
		this.customizers = customizers;
	}

	WebClient.Builder forTokens() {
		return builder(FeishuWebClientCustomizer::customizeForTokens);
	}

	WebClient.Builder forCalls() {
		return builder(FeishuWebClientCustomizer::customize);
	}

	private WebClient.Builder builder(BiConsumer<FeishuWebClientCustomizer, WebClient.Builder> customize) {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(this.connector)
			.codecs(this::customize)
			.observationConvention(this.convention);
		this.observations.ifUnique(builder::observationRegistry);
		this.customizers.orderedStream().forEach((customizer) -> customize.accept(customizer, builder));
		return builder;
	}

	private void customize(ClientCodecConfigurer configurer) {
		this.codecs.orderedStream().forEach((customizer) -> customizer.customize(configurer));
		// Request details include the headers, and one of them contains the token.
		configurer.defaultCodecs().enableLoggingRequestDetails(false);
	}

}
