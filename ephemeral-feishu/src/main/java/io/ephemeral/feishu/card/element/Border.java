package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Border of a component.
 *
 * @param color color of the border; grey when absent
 * @param cornerRadius radius of the corners in pixels or percent; the default of the
 * component when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Border(@Nullable Color color, @Nullable Length cornerRadius,
		Map<String, JsonNode> unknown) implements CardPart {

	public Border {
		Check.radius("corner_radius", cornerRadius);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a border.
	 * @param color color of the border
	 * @param cornerRadius radius of the corners in pixels or percent
	 * @return the border
	 */
	public static Border of(Color color, Length cornerRadius) {
		return new Border(color, cornerRadius, Map.of());
	}

	@Override
	public String toString() {
		return "Border";
	}

}
