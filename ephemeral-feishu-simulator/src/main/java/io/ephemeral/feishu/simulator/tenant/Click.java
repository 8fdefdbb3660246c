package io.ephemeral.feishu.simulator.tenant;

import tools.jackson.databind.JsonNode;

/**
 * Click of a member on a card.
 *
 * @param message the message of the card
 * @param member the member
 * @param card the card on the member's screen at the time of the click
 * @param token token for late updates of the card
 */
public record Click(Message message, Person member, JsonNode card, String token) {

	@Override
	public String toString() {
		return "Click[" + this.message.id() + "]";
	}

}
