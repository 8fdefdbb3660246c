package io.ephemeral.feishu.card;

import java.util.Map;

import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Color that a card defines.
 *
 * @param lightMode color in the light theme, such as {@code rgba(5,157,178,0.52)}; none
 * when absent
 * @param darkMode color in the dark theme; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record CustomColor(@Nullable String lightMode, @Nullable String darkMode,
		Map<String, JsonNode> unknown) implements CardPart {

	public CustomColor {
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "CustomColor";
	}

}
