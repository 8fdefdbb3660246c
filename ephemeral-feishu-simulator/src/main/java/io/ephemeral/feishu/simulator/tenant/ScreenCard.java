package io.ephemeral.feishu.simulator.tenant;

import io.ephemeral.feishu.simulator.card.CardLanguage;
import tools.jackson.databind.JsonNode;

/**
 * Card on the screen of a member.
 *
 * @param onlyYou whether the card has the mark "only visible to you"
 */
public record ScreenCard(String messageId, boolean onlyYou, JsonNode json) implements ScreenMessage {

	ScreenCard with(JsonNode json) {
		return new ScreenCard(this.messageId, this.onlyYou, json);
	}

	/**
	 * Returns a copy of the card in the language of a viewer.
	 * @param language language as the platform spells it, such as {@code en_US}
	 */
	public JsonNode drawn(String language) {
		JsonNode card = this.json.deepCopy();
		if (this.onlyYou) {
			CardLanguage.of(language).translateWhole(card);
		}
		else {
			CardLanguage.of(language).translate(card);
		}
		return card;
	}

}
