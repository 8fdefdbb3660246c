package io.ephemeral.feishu.registration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Accounts of the platform with planned responses; the last one repeats.
 */
final class Accounts {

	static final String CODE = """
			{"device_code": "d1", "verification_uri_complete": "https://accounts.feishu.cn/page?user_code=AB-12",
			"interval": 5, "expires_in": 600}""";

	static final String PENDING = "{\"error\": \"authorization_pending\"}";

	static final String APP = """
			{"client_id": "cli_1", "client_secret": "s3cr3t",
			"user_info": {"open_id": "ou_1", "tenant_brand": "feishu"}}""";

	/** Host and form of each request. */
	final List<String> requests = new ArrayList<>();

	private final Deque<Mono<ClientResponse>> responses = new ArrayDeque<>();

	Accounts respond(int status, String body) {
		return respond(Mono.fromSupplier(() -> ClientResponse.create(HttpStatus.valueOf(status)).body(body).build()));
	}

	Accounts respond(String body) {
		return respond(body.contains("\"error\"") ? 400 : 200, body);
	}

	Accounts respond(Mono<ClientResponse> response) {
		this.responses.add(response);
		return this;
	}

	WebClient client() {
		return WebClient.builder().exchangeFunction((request) -> {
			this.requests.add(request.url().getHost() + " " + form(request));
			return (this.responses.size() > 1) ? this.responses.remove() : this.responses.element();
		}).build();
	}

	private static String form(ClientRequest request) {
		MockClientHttpRequest sent = new MockClientHttpRequest(request.method(), request.url());
		request.writeTo(sent, ExchangeStrategies.withDefaults()).block();
		return Objects.requireNonNull(sent.getBodyAsString().block());
	}

}
