package io.ephemeral.feishu.simulator.api;

import java.util.Collection;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.AppGrants;
import io.netty.handler.codec.http.HttpMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations that show the settings of the app to itself. Their shapes are those of the
 * official SDKs.
 */
public final class ApplicationApi {

	private static final int GRANTED = 1;

	private final App app;

	private ApplicationApi(App app) {
		this.app = app;
	}

	public static void addTo(ApiRoutes routes, App app, TokenCheck tokenCheck) {
		ApplicationApi api = new ApplicationApi(app);
		routes.add(HttpMethod.GET, "/open-apis/application/v6/scopes",
				tokenCheck.beforeBot((tenant, request) -> api.scopes()));
		routes.add(HttpMethod.GET, "/open-apis/application/v6/applications/:id",
				tokenCheck.beforeOwnApp((tenant, request) -> api.application(request)));
	}

	private ApiResponse scopes() {
		ApiResponse response = ApiResponse.ok();
		ArrayNode scopes = response.body().putObject("data").putArray("scopes");
		this.app.grants()
			.scopes()
			.forEach((scope) -> scopes.addObject()
				.put("scope_name", scope)
				.put("grant_status", GRANTED)
				.put("scope_type", "tenant"));
		return response;
	}

	private ApiResponse application(ApiRequest request) {
		if (!request.pathId().equals(this.app.id())) {
			throw ApiRefusal.of(ApiError.INVALID_PARAMETER, "the app may read itself only");
		}
		if (request.parameter("lang").isEmpty()) {
			throw ApiRefusal.validation("lang", "", "lang is required");
		}
		AppGrants grants = this.app.grants();
		ApiResponse response = ApiResponse.ok();
		ObjectNode described = response.body().putObject("data").putObject("app").put("app_id", this.app.id());
		add(described.putObject("event").putArray("subscribed_events"), grants.events());
		add(described.putObject("callback_info").putArray("subscribed_callbacks"), grants.callbacks());
		return response;
	}

	private static void add(ArrayNode list, Collection<String> names) {
		names.stream().sorted().forEach(list::add);
	}

}
