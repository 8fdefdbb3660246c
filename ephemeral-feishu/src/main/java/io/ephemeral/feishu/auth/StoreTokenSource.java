package io.ephemeral.feishu.auth;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.TenantKey;
import reactor.core.publisher.Mono;

/**
 * Source of the tenant access tokens of a store app, one for each tenant that has
 * installed the app.
 */
final class StoreTokenSource implements TokenSource {

	private final TokenEndpoint endpoint;

	private final TenantTokenProvider appTokens;

	StoreTokenSource(TokenEndpoint endpoint, TenantTokenProvider appTokens) {
		this.endpoint = endpoint;
		this.appTokens = appTokens;
	}

	@Override
	public Mono<TenantToken> fetch(TokenRequest request) {
		TenantKey tenant = request.tenant();
		return (tenant == null) ? Mono.error(TenantMismatchException::ofStoreApp)
				: this.appTokens.call(null, (appToken) -> this.endpoint.obtain("tenant_access_token",
						"tenant_access_token", new Request(appToken.value(), tenant)));
	}

	@Override
	public List<TokenState> states() {
		return this.appTokens.states();
	}

	record Request(@JsonProperty("app_access_token") String appToken, @JsonProperty("tenant_key") TenantKey tenant) {

		@Override
		public String toString() {
			return "Request[" + this.tenant + "]";
		}

	}

}
