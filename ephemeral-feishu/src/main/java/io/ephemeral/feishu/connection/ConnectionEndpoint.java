package io.ephemeral.feishu.connection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Endpoint of the platform that issues the addresses of connections. Each address works
 * once.
 */
final class ConnectionEndpoint {

	/** Name of the operation in errors. */
	static final String OPERATION = "connection.open";

	private static final String PATH = "/callback/ws/endpoint";

	private final FeishuApi api;

	private final CredentialsSupplier credentials;

	/**
	 * Creates a client of the endpoint.
	 * @param client client without tokens; the endpoint takes the credentials themselves
	 * @param credentials credentials of a self-built app
	 */
	ConnectionEndpoint(WebClient client, CredentialsSupplier credentials) {
		// The language of the platform's messages; no other value is documented.
		this.api = new FeishuApi(client.mutate().defaultHeader("locale", "zh").build());
		this.credentials = credentials;
	}

	/**
	 * Requests an address.
	 * @param settings settings so far, for what the response does not set
	 */
	Mono<ConnectionTicket> request(ConnectionSettings settings) {
		return AppCredentials.of(this.credentials)
			.map((app) -> FeishuCall.post(OPERATION, PATH).body(new Body(app.appId(), app.appSecret())))
			.flatMap((call) -> this.api.call(call, (response) -> ticket(response.path("data"), settings)));
	}

	private static ConnectionTicket ticket(JsonNode data, ConnectionSettings settings) {
		return ConnectionTicket.of(data.required("URL").stringValue(), settings.with(data.path("ClientConfig")));
	}

	/**
	 * Body of the request. The platform refuses other spellings.
	 *
	 * @param appId the app id
	 * @param appSecret the app secret, which is never printed
	 */
	record Body(@JsonProperty("AppID") String appId, @JsonProperty("AppSecret") String appSecret) {

		@Override
		public String toString() {
			return "Body[" + this.appId + "]";
		}

	}

}
