package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Tokens of a custom app.
 */
final class SelfBuiltTokenSource implements TokenSource {

	private final FeishuApi api;

	private final FeishuCall call;

	private final Clock clock;

	SelfBuiltTokenSource(WebClient client, AppCredentials credentials, Clock clock) {
		this.api = new FeishuApi(client);
		this.call = FeishuCall.post("auth.tenant_access_token", "/open-apis/auth/v3/tenant_access_token/internal")
			.body(new Request(credentials.appId(), credentials.appSecret()))
			.idempotent();
		this.clock = clock;
	}

	@Override
	public Mono<TenantToken> fetch() {
		return Mono.defer(() -> {
			Instant asked = this.clock.instant();
			return this.api.call(this.call, (response) -> token(response, asked));
		});
	}

	private static TenantToken token(JsonNode response, Instant asked) {
		return new TenantToken(response.required("tenant_access_token").stringValue(),
				asked.plusSeconds(response.required("expire").intValue()));
	}

	private record Request(@JsonProperty("app_id") String appId, @JsonProperty("app_secret") String appSecret) {

		@Override
		public String toString() {
			return "Request[" + this.appId + "]";
		}

	}

}
