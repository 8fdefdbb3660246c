package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Tokens of a self-built app.
 */
public final class TokenApi {

	private final App app;

	private final Tokens tokens;

	public TokenApi(App app, Tokens tokens) {
		this.app = app;
		this.tokens = tokens;
	}

	public void addTo(ApiRoutes routes) {
		routes.post("/open-apis/auth/v3/tenant_access_token/internal", this::tenantAccessToken);
		routes.post("/open-apis/auth/v3/app_access_token/internal", this::appAccessToken);
	}

	private ApiResponse tenantAccessToken(ApiRequest request) {
		return issue(request, false);
	}

	/**
	 * Returns the same token under its other name too. The token of a self-built app
	 * serves for both.
	 */
	private ApiResponse appAccessToken(ApiRequest request) {
		return issue(request, true);
	}

	private ApiResponse issue(ApiRequest request, boolean asAppToken) {
		try {
			authenticate(request, this.app);
			if (this.app.isStoreApp()) {
				// Unconfirmed for store apps.
				throw ApiRefusal.explained(ApiError.INVALID_PARAMETER, "a store app gets its tokens by its app ticket");
			}
		}
		catch (ApiRefusal ex) {
			return ApiResponse.tokenRefused(ex);
		}
		Tokens.Grant grant = this.tokens.issue();
		ApiResponse response = ApiResponse.ok();
		if (asAppToken) {
			response.body().put("app_access_token", grant.token());
		}
		response.body().put("tenant_access_token", grant.token()).put("expire", grant.remaining().toSeconds());
		return response;
	}

	/**
	 * Checks id and secret of the app.
	 * @return the body
	 */
	static JsonNode authenticate(ApiRequest request, App app) {
		JsonNode credentials = parse(request.body());
		String id = require(credentials, "app_id");
		String secret = require(credentials, "app_secret");
		if (!id.equals(app.id())) {
			throw ApiRefusal.of(ApiError.APP_NOT_FOUND);
		}
		if (!secret.equals(app.secret())) {
			throw ApiRefusal.of(ApiError.WRONG_APP_SECRET);
		}
		return credentials;
	}

	static JsonNode parse(String body) {
		try {
			return Json.parse(body);
		}
		catch (JacksonException ex) {
			throw ApiRefusal.explained(ApiError.INVALID_PARAMETER, "the body is not JSON");
		}
	}

	static String require(JsonNode credentials, String field) {
		String value = credentials.path(field).stringValue("");
		if (value.isBlank()) {
			throw ApiRefusal.explained(ApiError.INVALID_PARAMETER, field + " is required and must be a string");
		}
		return value;
	}

}
