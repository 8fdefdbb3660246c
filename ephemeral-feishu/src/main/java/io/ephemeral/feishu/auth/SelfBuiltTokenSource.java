package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.client.FeishuApi;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Tokens of a custom app.
 */
final class SelfBuiltTokenSource implements TokenSource {

	private final FeishuApi api;

	private final Request request;

	private final Clock clock;

	SelfBuiltTokenSource(WebClient client, AppCredentials credentials, Clock clock) {
		this.api = new FeishuApi(client);
		this.request = new Request(credentials.appId(), credentials.appSecret());
		this.clock = clock;
	}

	@Override
	public Mono<TenantToken> fetch() {
		return Mono.defer(() -> {
			Instant asked = this.clock.instant();
			return this.api
				.post("auth.tenant_access_token", "/open-apis/auth/v3/tenant_access_token/internal", this.request,
						Response.class)
				.map((response) -> new TenantToken(response.token(), asked.plusSeconds(response.expire())));
		});
	}

	private record Request(@JsonProperty("app_id") String appId, @JsonProperty("app_secret") String appSecret) {
	}

	record Response(@JsonProperty("tenant_access_token") String token, int expire) {

		Response {
			Assert.hasText(token, "'tenant_access_token' must not be blank");
		}

	}

}
