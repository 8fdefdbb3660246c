package io.ephemeral.feishu.callback;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/**
 * Writer of replies in the platform's format.
 */
final class CardReplyWriter {

	private static final ObjectWriter TOAST = CallbackMapper.INSTANCE.writerFor(Toast.class).withRootName("toast");

	private final CardPreparation preparation;

	CardReplyWriter(CardPreparation preparation) {
		this.preparation = preparation;
	}

	Mono<byte[]> write(CardActionReply reply, CardActionEvent event) {
		CardContent card = reply.card();
		if (card == null) {
			return Mono.just(withoutCard(reply));
		}
		RawCard prepared = this.preparation.forReply(card, event.locale(), event.clickedMessage());
		return this.preparation.sealed(prepared, event.place())
			.map((sealed) -> json(members(sealed.json(), event.isLegacy()), reply.toast()));
	}

	/** Writes a reply that has no card. */
	static byte[] withoutCard(CardActionReply reply) {
		return (reply.toast() != null) ? TOAST.writeValueAsBytes(reply.toast()) : CallbackResponse.NOTHING;
	}

	private static byte[] json(Map<String, Object> card, @Nullable Toast toast) {
		Map<String, Object> json = new LinkedHashMap<>(card);
		if (toast != null) {
			json.put("toast", toast);
		}
		return CallbackMapper.INSTANCE.writeValueAsBytes(json);
	}

	/**
	 * Returns the members of a reply for a card. The older shape has the members of the
	 * card at the top, beside the toast.
	 */
	private static Map<String, Object> members(JsonNode card, boolean legacy) {
		if (legacy) {
			Map<String, Object> members = new LinkedHashMap<>();
			card.forEachEntry(members::put);
			return members;
		}
		return Map.of("card", card.path("type").asString("").equals("template") ? card
				: CallbackMapper.INSTANCE.createObjectNode().put("type", "raw").set("data", card));
	}

}
