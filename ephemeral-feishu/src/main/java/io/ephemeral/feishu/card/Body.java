package io.ephemeral.feishu.card;

import java.util.List;

import io.ephemeral.feishu.card.element.BodyElement;

/**
 * The part of a card below its header.
 *
 * @param elements from top to bottom; may be empty
 */
public record Body(List<BodyElement> elements) {

	public Body {
		elements = List.copyOf(elements);
	}

}
