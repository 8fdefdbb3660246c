package io.ephemeral.feishu.card;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import tools.jackson.databind.JsonNode;

/**
 * Sizes and colors that a card defines, by their names.
 *
 * @param textSize sizes of text, for use with {@code TextSize.named}; may be empty
 * @param color colors, for use with {@code Color.named}; may be empty
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Style(@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CustomTextSize> textSize,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CustomColor> color,
		Map<String, JsonNode> unknown) implements CardPart {

	public Style {
		textSize = OrderedCopy.of(textSize);
		color = OrderedCopy.of(color);
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "Style";
	}

}
