package io.ephemeral.feishu.simulator;

import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import io.ephemeral.feishu.simulator.card.CardViolation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates a card by the token of a click on it. That this works for ephemeral cards too
 * is unconfirmed.
 */
final class CardUpdateApi {

	private static final int MAX_CONVERTED_SIZE = 100 * 1024;

	private final Tenant tenant;

	CardUpdateApi(Tenant tenant) {
		this.tenant = tenant;
	}

	static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.post("/open-apis/interactive/v1/card/update",
				tokenCheck.beforeMessages((tenant, request) -> new CardUpdateApi(tenant).update(request)));
	}

	private ApiResponse update(ApiRequest request) {
		JsonNode body = JsonBody.of(request, ApiError.UPDATE_NOT_JSON);
		synchronized (this.tenant) {
			UpdateTokens.Token token = this.tenant.updateTokens().require(body.path("token").asString(""));
			if (!(body.get("card") instanceof ObjectNode given)) {
				throw ApiRefusal.field(ApiError.UPDATE_CARD_MALFORMED, "card",
						"card is required and must be an object");
			}
			ObjectNode card = given.deepCopy();
			JsonNode openIds = card.remove("open_ids");
			if (this.tenant.isRecalled(token.messageId())) {
				throw ApiRefusal.of(ApiError.UPDATE_CARD_RECALLED);
			}
			requireValid(card, this.tenant.requireMessage(token.messageId()).isPrivate());
			Set<Person> viewers = viewers(card, openIds);
			token.used();
			this.tenant.replaceCard(token.messageId(), card, viewers);
			return ApiResponse.ok();
		}
	}

	private static void requireValid(ObjectNode card, boolean isPrivate) {
		int size = Json.bytes(card).length;
		if (size > MAX_CONVERTED_SIZE) {
			throw ApiRefusal.of(ApiError.UPDATE_TOO_LARGE);
		}
		if (size > Tenant.MAX_CARD_SIZE) {
			throw ApiRefusal.of(ApiError.UPDATE_CARD_REFUSED, "the card exceeds 30 KB");
		}
		List<CardViolation> violations = CardChecks.violations(card,
				isPrivate ? CardTarget.EPHEMERAL : CardTarget.PUBLIC);
		if (!violations.isEmpty()) {
			throw ApiRefusal.card(ApiError.UPDATE_CARD_REFUSED, violations);
		}
	}

	/**
	 * Whose screens are meant; nobody stands for all.
	 */
	private Set<Person> viewers(JsonNode card, JsonNode openIds) {
		boolean isNamed = openIds != null && openIds.isArray() && !openIds.isEmpty();
		if (Message.isShared(card)) {
			if (openIds != null) {
				throw ApiRefusal.of(ApiError.UPDATE_VIEWERS_INVALID, "a card that all share has no open_ids");
			}
			return Set.of();
		}
		if (!isNamed) {
			throw ApiRefusal.of(ApiError.UPDATE_VIEWERS_MISSING);
		}
		return this.tenant.requirePeople(openIds);
	}

}
