package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.element.BodyElement;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Content of a card below its header.
 *
 * @param elements elements in their order; may be empty
 * @param direction direction of the elements; {@link Direction#VERTICAL} when absent
 * @param padding space inside the edge; the client's default when absent
 * @param horizontalSpacing horizontal space between elements; the client's default when
 * absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param verticalSpacing vertical space between elements; the client's default when
 * absent
 * @param verticalAlign vertical alignment; top when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Body(List<BodyElement> elements, @Nullable Direction direction, @Nullable Box padding,
		@Nullable Spacing horizontalSpacing, @Nullable HorizontalAlign horizontalAlign,
		@Nullable Spacing verticalSpacing, @Nullable VerticalAlign verticalAlign,
		Map<String, JsonNode> unknown) implements CardPart {

	public Body {
		elements = List.copyOf(elements);
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "Body[" + this.elements.size() + " elements]";
	}

}
