package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Instant;

import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Operations of the platform that issue tokens. They may be repeated, because each
 * response has a valid token.
 */
final class TokenEndpoint {

	private static final String PATH = "/open-apis/auth/v3/";

	private final FeishuApi api;

	private final Clock clock;

	TokenEndpoint(WebClient client, Clock clock) {
		this.api = new FeishuApi(client);
		this.clock = clock;
	}

	/**
	 * Requests a token.
	 * @param field field of the response that contains the token
	 * @param path path of the operation, relative to {@code /open-apis/auth/v3/}
	 * @param body body of the request
	 */
	Mono<TenantToken> obtain(String field, String path, Object body) {
		FeishuCall call = FeishuCall.post("auth." + field, PATH + path).body(body).idempotent();
		return Mono.defer(() -> {
			Instant asked = this.clock.instant();
			return this.api.call(call, (response) -> token(response, field, asked));
		});
	}

	/**
	 * Requests a push of the app ticket.
	 * @param body body of the request
	 * @return a publisher that completes once the platform has accepted the request
	 */
	Mono<Void> resendTicket(Object body) {
		FeishuCall call = FeishuCall.post("auth.app_ticket", PATH + "app_ticket/resend").body(body).idempotent();
		return this.api.call(call, (response) -> response).then();
	}

	private static TenantToken token(JsonNode response, String field, Instant asked) {
		return new TenantToken(response.required(field).stringValue(),
				asked.plusSeconds(response.required("expire").intValue()));
	}

}
