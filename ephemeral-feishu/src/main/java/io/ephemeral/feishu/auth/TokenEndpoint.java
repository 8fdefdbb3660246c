package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Instant;

import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks the platform for tokens. The call may be repeated: it gives the same token again,
 * or another one that is as good.
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
	 * Asks for a token.
	 * @param field field of the response that has the token
	 * @param path path of the endpoint, below that of all
	 * @param body what to ask with
	 */
	Mono<TenantToken> obtain(String field, String path, Object body) {
		FeishuCall call = FeishuCall.post("auth." + field, PATH + path).body(body).idempotent();
		return Mono.defer(() -> {
			Instant asked = this.clock.instant();
			return this.api.call(call, (response) -> token(response, field, asked));
		});
	}

	/**
	 * Asks for a push of the app ticket.
	 * @param body what to ask with
	 * @return completes when the platform has agreed
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
