package io.ephemeral.feishu.callback;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import tools.jackson.databind.JsonNode;

/**
 * Writer of replies in the platform's format.
 */
final class CardReplyWriter {

	private final CardPreparation preparation;

	CardReplyWriter(CardPreparation preparation) {
		this.preparation = preparation;
	}

	byte[] write(CardActionReply reply, CardActionEvent event) {
		CardContent card = reply.card();
		if (card == null && reply.toast() == null) {
			return CallbackResponse.NOTHING;
		}
		Map<String, Object> json = new LinkedHashMap<>();
		if (card != null) {
			add(this.preparation.forReply(card, event.locale(), event.clickedMessage()).json(), json, event.isLegacy());
		}
		if (reply.toast() != null) {
			json.put("toast", reply.toast());
		}
		return CallbackMapper.INSTANCE.writeValueAsBytes(json);
	}

	/**
	 * Adds a card. The older shape has the members of the card at the top, beside the
	 * toast.
	 */
	private static void add(JsonNode card, Map<String, Object> json, boolean legacy) {
		if (legacy) {
			card.forEachEntry(json::put);
		}
		else if (card.path("type").asString("").equals("template")) {
			json.put("card", card);
		}
		else {
			json.put("card", CallbackMapper.INSTANCE.createObjectNode().put("type", "raw").set("data", card));
		}
	}

}
