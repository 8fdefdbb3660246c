package io.ephemeral.feishu.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What all clients of the platform have in common: the application's own settings, the
 * connector, and what is told about their calls.
 */
final class FeishuClientBuilder {

	private final ObjectProvider<WebClient.Builder> builder;

	private final ClientHttpConnector connector;

	private final ClientRequestObservationConvention convention;

	private final ObjectProvider<CallHistory> history;

	FeishuClientBuilder(ObjectProvider<WebClient.Builder> builder, ClientHttpConnector connector,
			ClientRequestObservationConvention convention, ObjectProvider<CallHistory> history) {
		this.builder = builder;
		this.connector = connector;
		this.convention = convention;
		this.history = history;
	}

	WebClient.Builder forTokens() {
		return this.builder.getIfUnique(WebClient::builder)
			.clone()
			.clientConnector(this.connector)
			.observationConvention(this.convention);
	}

	WebClient.Builder forCalls() {
		WebClient.Builder builder = forTokens();
		// Before all others, to see how a call ends and not how each request does.
		this.history.ifAvailable((history) -> builder.filters((filters) -> filters.add(0, history::watch)));
		return builder;
	}

}
