package io.ephemeral.feishu.simulator.tenant;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
	 * Returns a copy of the card in the language of a viewer. The platform translates
	 * public cards only.
	 * @param language language as the platform spells it, such as {@code en_US}
	 */
	public JsonNode drawn(String language) {
		JsonNode card = this.json.deepCopy();
		return this.onlyYou ? card : translated(card, language.toLowerCase(Locale.ROOT));
	}

	private static JsonNode translated(JsonNode node, String language) {
		if (node instanceof ObjectNode object) {
			JsonNode content = object.path("i18n_content").path(language);
			content = content.isMissingNode() ? object.path("i18n_content").path("en_us") : content;
			if (content.isString()) {
				object.set("content", content);
			}
		}
		node.values().forEach((child) -> translated(child, language));
		return node;
	}

}
