package io.ephemeral.feishu.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.element.CardPart;
import tools.jackson.databind.JsonNode;

/**
 * Sizes and colours that a card defines, by their names.
 *
 * @param textSize sizes of text, to be used by {@code TextSize.named}; empty without
 * @param color colours, to be used by {@code Color.named}; empty without
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record Style(@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CustomTextSize> textSize,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CustomColor> color,
		Map<String, JsonNode> unknown) implements CardPart {

	public Style {
		textSize = Collections.unmodifiableMap(new LinkedHashMap<>(textSize));
		color = Collections.unmodifiableMap(new LinkedHashMap<>(color));
		unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
	}

	@Override
	public String toString() {
		return "Style";
	}

}
