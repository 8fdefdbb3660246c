package io.ephemeral.feishu.simulator.tenant;

import java.util.List;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import io.ephemeral.feishu.simulator.card.CardViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Update of a card with the token of a click.
 *
 * @param card the new card, without its {@code open_ids}
 * @param openIds viewers whose screens change; absent without such a field
 */
record CardUpdate(ObjectNode card, @Nullable JsonNode openIds) {

	private static final int MAX_CONVERTED_SIZE = 100 * 1024;

	/**
	 * Reads the {@code card} of a request.
	 * @throws ApiRefusal if it is not an object
	 */
	static CardUpdate of(@Nullable JsonNode given) {
		if (!(given instanceof ObjectNode object)) {
			throw ApiRefusal.field(ApiError.UPDATE_CARD_MALFORMED, "card", "card is required and must be an object");
		}
		ObjectNode card = object.deepCopy();
		JsonNode openIds = card.remove("open_ids");
		return new CardUpdate(card, openIds);
	}

	void requireValid(boolean isPrivate) {
		int size = Json.bytes(this.card).length;
		if (size > MAX_CONVERTED_SIZE) {
			throw ApiRefusal.of(ApiError.UPDATE_TOO_LARGE);
		}
		if (size > Tenant.MAX_CARD_SIZE) {
			throw ApiRefusal.of(ApiError.UPDATE_CARD_REFUSED, "the card exceeds 30 KB");
		}
		List<CardViolation> violations = CardChecks.violations(this.card,
				isPrivate ? CardTarget.EPHEMERAL : CardTarget.PUBLIC);
		if (!violations.isEmpty()) {
			throw ApiRefusal.card(ApiError.UPDATE_CARD_REFUSED, violations);
		}
	}

	/**
	 * Returns the open ids of the members whose screens change; empty for all members.
	 * @throws ApiRefusal if they do not go with the card
	 */
	JsonNode viewers() {
		if (Message.isShared(this.card)) {
			if (this.openIds != null) {
				throw ApiRefusal.of(ApiError.UPDATE_VIEWERS_INVALID, "a shared card must not have open_ids");
			}
			return JsonNodeFactory.instance.arrayNode();
		}
		if (this.openIds == null || !this.openIds.isArray() || this.openIds.isEmpty()) {
			throw ApiRefusal.of(ApiError.UPDATE_VIEWERS_MISSING);
		}
		return this.openIds;
	}

}
