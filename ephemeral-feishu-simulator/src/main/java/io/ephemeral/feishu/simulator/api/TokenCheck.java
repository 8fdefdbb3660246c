package io.ephemeral.feishu.simulator.api;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Check of the token and the limits before an operation. It also turns refusals into
 * responses.
 */
public final class TokenCheck {

	/**
	 * Unconfirmed for ephemeral cards. The documents require 4xx or 5xx for current
	 * operations only.
	 */
	private static final int REFUSED = 400;

	private static final String BEARER = "Bearer ";

	private static final List<String> MESSAGES = List.of("im:message", "im:message:send_as_bot", "im:message:update");

	/** Third-party programs report that either is enough. */
	private static final List<String> OWN_APP = List.of("application:application:self_manage",
			"admin:app.info:readonly");

	private static final List<String> CHATS = List.of("im:chat", "im:chat:read", "im:chat:readonly");

	private final App app;

	private final RateLimits rateLimits;

	public TokenCheck(App app, RateLimits rateLimits) {
		this.app = app;
		this.rateLimits = rateLimits;
	}

	Function<ApiRequest, ApiResponse> beforeMessages(BiFunction<Tenant, ApiRequest, ApiResponse> operation) {
		return before(MESSAGES, operation);
	}

	Function<ApiRequest, ApiResponse> beforeChats(BiFunction<Tenant, ApiRequest, ApiResponse> operation) {
		return before(CHATS, operation);
	}

	Function<ApiRequest, ApiResponse> beforeOwnApp(BiFunction<Tenant, ApiRequest, ApiResponse> operation) {
		return before(OWN_APP, operation);
	}

	/**
	 * Checks before an operation that needs no scope.
	 */
	Function<ApiRequest, ApiResponse> beforeBot(BiFunction<Tenant, ApiRequest, ApiResponse> operation) {
		return before(List.of(), operation);
	}

	private Function<ApiRequest, ApiResponse> before(List<String> scopes,
			BiFunction<Tenant, ApiRequest, ApiResponse> operation) {
		return (request) -> {
			try {
				Tenant tenant = check(request.header("Authorization"));
				if (!scopes.isEmpty()) {
					this.app.requireScope(scopes);
				}
				ApiResponse tooMany = this.rateLimits.refusal(tenant, request);
				return (tooMany != null) ? tooMany : operation.apply(tenant, request);
			}
			catch (ApiRefusal ex) {
				return ApiResponse.refused(REFUSED, ex);
			}
		};
	}

	/**
	 * Finds the tenant of the call.
	 */
	private Tenant check(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)
				|| authorization.substring(BEARER.length()).isBlank()) {
			throw ApiRefusal.of(ApiError.TOKEN_MISSING);
		}
		String token = authorization.substring(BEARER.length());
		if (!token.startsWith("t-")) {
			throw ApiRefusal.of(ApiError.TOKEN_MALFORMED);
		}
		return this.app.tenantOf(token);
	}

}
