package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line around a component.
 *
 * @param color color; grey when absent
 * @param cornerRadius in pixels or percent; the component's own when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record Border(@Nullable Color color, @Nullable Length cornerRadius,
		Map<String, JsonNode> unknown) implements CardPart {

	public Border {
		Check.radius("corner_radius", cornerRadius);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * A line around a component.
	 * @param color its color
	 * @param cornerRadius pixels or percent
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
