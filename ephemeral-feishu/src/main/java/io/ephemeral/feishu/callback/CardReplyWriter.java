package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes replies as the platform expects them.
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
		ObjectNode json = CallbackMapper.INSTANCE.createObjectNode();
		if (card != null) {
			add(this.preparation.forViewer(card, event.locale()).json(), json, event.isLegacy());
		}
		if (reply.toast() != null) {
			json.set("toast", CallbackMapper.INSTANCE.valueToTree(reply.toast()));
		}
		return CallbackMapper.INSTANCE.writeValueAsBytes(json);
	}

	/** The old shape has the card itself at the top, beside the toast. */
	private static void add(JsonNode card, ObjectNode json, boolean legacy) {
		if (legacy) {
			json.setAll((ObjectNode) card);
		}
		else if (card.path("type").asString("").equals("template")) {
			json.set("card", card);
		}
		else {
			json.putObject("card").put("type", "raw").set("data", card);
		}
	}

}
