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
 * @param content the text; none when absent
 * @param i18nContent what is shown instead to users of other languages; empty without
 * @param unknown properties as they came that are not modelled, or whose value is not
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
