package io.ephemeral.feishu.simulator;

import java.net.URI;

import io.ephemeral.feishu.simulator.api.ApiRequest;
import io.ephemeral.feishu.simulator.api.ApiResponse;
import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.JsonBody;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import tools.jackson.databind.JsonNode;

/**
 * HTTP operation that does what a person does with the link of a registration, see
 * {@link Registrations}.
 */
final class RegistrationControlApi {

	static final String PATH = "/simulator/registrations";

	private final Registrations registrations;

	RegistrationControlApi(Registrations registrations) {
		this.registrations = registrations;
	}

	void addTo(ApiRoutes routes) {
		routes.control("POST", PATH, this::use);
	}

	private ApiResponse use(ApiRequest request) {
		try {
			JsonNode body = JsonBody.of(request);
			use(URI.create(JsonBody.require(body, "link")), body);
			return ApiResponse.ok();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return ApiResponse.refused(400, ApiError.INVALID_PARAMETER.code(), String.valueOf(ex.getMessage()));
		}
		catch (ApiRefusal ex) {
			return ApiResponse.refused(400, ex);
		}
	}

	private void use(URI link, JsonNode body) {
		switch (JsonBody.require(body, "action")) {
			case "scan" -> this.registrations.scan(link, JsonBody.require(body, "member"));
			case "deny" -> this.registrations.deny(link);
			default -> throw ApiRefusal.field("action", "action must be scan or deny");
		}
	}

}
