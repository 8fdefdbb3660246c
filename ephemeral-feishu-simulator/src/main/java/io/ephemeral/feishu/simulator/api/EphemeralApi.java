package io.ephemeral.feishu.simulator.api;

import java.util.List;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import io.ephemeral.feishu.simulator.card.CardViolation;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import tools.jackson.databind.JsonNode;

/**
 * Operations that send and delete ephemeral cards.
 * <p>
 * These are older operations. Their own refusals have HTTP status 200, as documented for
 * the most similar operation. Unconfirmed for ephemeral cards.
 */
public final class EphemeralApi {

	/** In their order of precedence. */
	private static final List<String> ID_FIELDS = List.of("open_id", "user_id", "email");

	private final Tenant tenant;

	EphemeralApi(Tenant tenant) {
		this.tenant = tenant;
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.post("/open-apis/ephemeral/v1/send",
				tokenCheck.beforeMessages((tenant, request) -> answer(() -> new EphemeralApi(tenant).send(request))));
		routes.post("/open-apis/ephemeral/v1/delete",
				tokenCheck.beforeMessages((tenant, request) -> answer(() -> new EphemeralApi(tenant).delete(request))));
	}

	private static ApiResponse answer(Supplier<ApiResponse> operation) {
		try {
			return operation.get();
		}
		catch (ApiRefusal ex) {
			if (ex.error().isOfGateway()) {
				throw ex;
			}
			return ApiResponse.refused(200, ex);
		}
	}

	private ApiResponse send(ApiRequest request) {
		JsonNode body = JsonBody.of(request);
		String chatId = JsonBody.require(body, "chat_id");
		String idField = requireViewer(body);
		requireInteractive(body);
		requireCard(body, request.body());
		String messageId = this.tenant.show(chatId, idField, body.path(idField).asString(), body.path("card"));
		ApiResponse response = ApiResponse.ok();
		response.body().putObject("data").put("message_id", messageId);
		return response;
	}

	private ApiResponse delete(ApiRequest request) {
		this.tenant.delete(JsonBody.require(JsonBody.of(request), "message_id"));
		return ApiResponse.ok();
	}

	private static String requireViewer(JsonNode body) {
		return ID_FIELDS.stream()
			.filter((field) -> JsonBody.isText(body.path(field)))
			.findFirst()
			.orElseThrow(() -> ApiRefusal.field("open_id", "one of " + ID_FIELDS + " is required"));
	}

	private static void requireInteractive(JsonNode body) {
		if (!JsonBody.require(body, "msg_type").equals("interactive")) {
			throw ApiRefusal.field("msg_type", "msg_type must be interactive");
		}
	}

	private static void requireCard(JsonNode body, String source) {
		JsonNode card = body.path("card");
		if (card.isMissingNode() || card.isNull()) {
			throw ApiRefusal.field("card", "card is required");
		}
		if (!card.isObject()) {
			throw ApiRefusal.field("card",
					"card must be a JSON object; a string is what im/v1/messages takes as content");
		}
		if (Json.sizeOf("card", source) > Tenant.MAX_CARD_SIZE) {
			throw ApiRefusal.of(ApiError.CARD_TOO_LARGE);
		}
		List<CardViolation> violations = CardChecks.violations(card, CardTarget.EPHEMERAL);
		if (!violations.isEmpty()) {
			throw ApiRefusal.card(ApiError.CARD_REFUSED, violations);
		}
	}

}
