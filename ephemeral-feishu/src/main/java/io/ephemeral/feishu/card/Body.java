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
 * The part of a card below its header.
 *
 * @param elements in their order; may be empty
 * @param direction {@link Direction#VERTICAL} when absent
 * @param padding space inside the edge; the client's choice when absent
 * @param horizontalSpacing space between elements side by side; the client's choice when
 * absent
 * @param horizontalAlign left when absent
 * @param verticalSpacing space between elements above each other; the client's choice
 * when absent
 * @param verticalAlign top when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
