package io.ephemeral.feishu.card;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Size of text that a card defines.
 *
 * @param general size of the platform; none when absent
 * @param pc size on computers; the general size when absent
 * @param mobile size on phones; the general size when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record CustomTextSize(@JsonProperty("default") @Nullable String general, @Nullable String pc,
		@Nullable String mobile, Map<String, JsonNode> unknown) implements CardPart {

	public CustomTextSize {
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "CustomTextSize";
	}

}
