package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.event.AppTickets;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * Tokens of a store app. An app ticket is exchanged for an app access token, and that for
 * the token of a tenant.
 */
public final class StoreTokenApi {

	private final App app;

	private final AppTickets tickets;

	public StoreTokenApi(App app, AppTickets tickets) {
		this.app = app;
		this.tickets = tickets;
	}

	public void addTo(ApiRoutes routes) {
		routes.post("/open-apis/auth/v3/app_ticket/resend", this::resend);
		routes.post("/open-apis/auth/v3/app_access_token", this::appAccessToken);
		routes.post("/open-apis/auth/v3/tenant_access_token", this::tenantAccessToken);
	}

	private ApiResponse resend(ApiRequest request) {
		try {
			TokenApi.authenticate(request, this.app);
			if (!this.app.isStoreApp()) {
				throw ApiRefusal.of(ApiError.RESEND_REFUSED);
			}
			this.tickets.pushAgain();
			return ApiResponse.ok();
		}
		catch (ApiRefusal ex) {
			return ApiResponse.tokenRefused(ex);
		}
	}

	private ApiResponse appAccessToken(ApiRequest request) {
		try {
			JsonNode body = TokenApi.authenticate(request, this.app);
			if (!this.app.isStoreApp() || !TokenApi.require(body, "app_ticket").equals(this.app.ticket())) {
				throw ApiRefusal.of(ApiError.APP_TICKET_INVALID);
			}
			return granted("app_access_token", this.app.appTokens());
		}
		catch (ApiRefusal ex) {
			return ApiResponse.tokenRefused(ex);
		}
	}

	private ApiResponse tenantAccessToken(ApiRequest request) {
		try {
			JsonNode body = TokenApi.parse(request.body());
			if (!this.app.appTokens().accepts(TokenApi.require(body, "app_access_token"))) {
				throw ApiRefusal.of(ApiError.APP_TOKEN_INVALID);
			}
			App.Installation installation = this.app.installation(TokenApi.require(body, "tenant_key"));
			if (installation == null) {
				throw ApiRefusal.of(ApiError.TENANT_UNKNOWN);
			}
			return granted("tenant_access_token", installation.tokens());
		}
		catch (ApiRefusal ex) {
			return ApiResponse.tokenRefused(ex);
		}
	}

	private static ApiResponse granted(String name, Tokens tokens) {
		Tokens.Grant grant = tokens.issue();
		ApiResponse response = ApiResponse.ok();
		response.body().put(name, grant.token()).put("expire", grant.remaining().toSeconds());
		return response;
	}

}
