package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import tools.jackson.databind.JsonNode;

/**
 * Operation that updates a card with the token of a click. Unconfirmed for ephemeral
 * cards.
 */
public final class CardUpdateApi {

	private final Tenant tenant;

	CardUpdateApi(Tenant tenant) {
		this.tenant = tenant;
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.post("/open-apis/interactive/v1/card/update",
				tokenCheck.beforeMessages((tenant, request) -> new CardUpdateApi(tenant).update(request)));
	}

	private ApiResponse update(ApiRequest request) {
		JsonNode body = JsonBody.of(request, ApiError.UPDATE_NOT_JSON);
		this.tenant.updateClicked(body.path("token").asString(""), body.get("card"));
		return ApiResponse.ok();
	}

}
