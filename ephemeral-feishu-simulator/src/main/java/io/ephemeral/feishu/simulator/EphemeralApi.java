package io.ephemeral.feishu.simulator;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends and deletes ephemeral cards.
 */
final class EphemeralApi {

	/** Unconfirmed; the documents demand 4xx or 5xx of current endpoints only. */
	private static final int REFUSED = 400;

	private static final int MAX_CARD_SIZE = 30 * 1024;

	/** In their order of precedence. */
	private static final List<String> ID_FIELDS = List.of("open_id", "user_id", "email");

	private static final String BEARER = "Bearer ";

	private final Tokens tokens;

	private final Tenant tenant;

	EphemeralApi(Tokens tokens, Tenant tenant) {
		this.tokens = tokens;
		this.tenant = tenant;
	}

	void addTo(ApiRoutes routes) {
		routes.post("/open-apis/ephemeral/v1/send", this::send);
		routes.post("/open-apis/ephemeral/v1/delete", this::delete);
	}

	private ApiResponse send(ApiRequest request) {
		return answer(request, (body) -> {
			String chatId = JsonBody.require(body, "chat_id");
			String idField = requireViewer(body);
			requireInteractive(body);
			requireCard(body, request.body());
			String messageId = this.tenant.show(chatId, idField, body.path(idField).asString(), body.path("card"));
			ApiResponse response = ApiResponse.ok();
			response.body().putObject("data").put("message_id", messageId);
			return response;
		});
	}

	private ApiResponse delete(ApiRequest request) {
		return answer(request, (body) -> {
			this.tenant.delete(JsonBody.require(body, "message_id"));
			return ApiResponse.ok();
		});
	}

	private ApiResponse answer(ApiRequest request, Function<JsonNode, ApiResponse> operation) {
		try {
			authorize(request.header("Authorization"));
			return operation.apply(JsonBody.of(request));
		}
		catch (ApiRefusal ex) {
			return ApiResponse.refused(REFUSED, ex);
		}
	}

	private void authorize(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)
				|| authorization.substring(BEARER.length()).isBlank()) {
			throw ApiRefusal.of(ApiError.TOKEN_MISSING);
		}
		String token = authorization.substring(BEARER.length());
		if (!token.startsWith("t-")) {
			throw ApiRefusal.of(ApiError.TOKEN_MALFORMED);
		}
		if (!this.tokens.accepts(token)) {
			throw ApiRefusal.of(ApiError.TOKEN_INVALID);
		}
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
		if (Json.sizeOf("card", source) > MAX_CARD_SIZE) {
			throw ApiRefusal.of(ApiError.CARD_TOO_LARGE);
		}
		List<CardViolation> violations = CardChecks.violations(card, CardTarget.EPHEMERAL);
		if (!violations.isEmpty()) {
			throw ApiRefusal.card(violations);
		}
	}

}
