package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

/**
 * Source of the tenant access token of a self-built app.
 */
final class SelfBuiltTokenSource implements TokenSource {

	private final TokenEndpoint endpoint;

	private final CredentialsSupplier credentials;

	SelfBuiltTokenSource(TokenEndpoint endpoint, CredentialsSupplier credentials) {
		this.endpoint = endpoint;
		this.credentials = credentials;
	}

	@Override
	public Mono<TenantToken> fetch(TokenRequest request) {
		return (request.tenant() != null) ? Mono.error(TenantMismatchException::ofSelfBuiltApp)
				: AppRequest.of(this.credentials)
					.flatMap((app) -> this.endpoint.obtain("tenant_access_token", "tenant_access_token/internal", app));
	}

}
