package io.ephemeral.feishu.card;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Preview of a card in the list of chats.
 *
 * @param content text of the preview; none when absent
 * @param i18nContent content for users of other languages; may be empty
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Summary(@Nullable String content,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nContent,
		Map<String, JsonNode> unknown) implements CardPart {

	public Summary {
		i18nContent = OrderedCopy.of(i18nContent);
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "Summary";
	}

}
