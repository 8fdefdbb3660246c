package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;

/**
 * Base class for builders of containers.
 *
 * @param <C> type of the elements
 * @param <B> type of the builder
 */
abstract class LayoutBuilder<C extends Element, B extends LayoutBuilder<C, B>> extends ComponentBuilder<B> {

	final List<C> elements = new ArrayList<>();

	@Nullable Direction direction;

	@Nullable Spacing horizontalSpacing;

	@Nullable Spacing verticalSpacing;

	@Nullable HorizontalAlign horizontalAlign;

	@Nullable VerticalAlign verticalAlign;

	@Nullable Box padding;

	LayoutBuilder() {
	}

	/**
	 * Adds an element after the others.
	 * @param element element that the container accepts
	 * @return this builder
	 */
	public B add(C element) {
		this.elements.add(element);
		return self();
	}

	/**
	 * Builds an element and adds it after the others.
	 * @param element builder for an element that the container accepts
	 * @return this builder
	 */
	public B add(ElementBuilder<? extends C> element) {
		return add(element.build());
	}

	/**
	 * Sets the direction of the elements. The default is {@link Direction#VERTICAL}.
	 * @param direction direction of the elements
	 * @return this builder
	 */
	public B direction(Direction direction) {
		this.direction = direction;
		return self();
	}

	/**
	 * Sets the horizontal space between elements.
	 * @param spacing space from 0 to 99 pixels
	 * @return this builder
	 */
	public B horizontalSpacing(Spacing spacing) {
		this.horizontalSpacing = spacing;
		return self();
	}

	/**
	 * Sets the vertical space between elements.
	 * @param spacing space from 0 to 99 pixels
	 * @return this builder
	 */
	public B verticalSpacing(Spacing spacing) {
		this.verticalSpacing = spacing;
		return self();
	}

	/**
	 * Sets the horizontal alignment of the elements. The default is left.
	 * @param align horizontal alignment
	 * @return this builder
	 */
	public B horizontalAlign(HorizontalAlign align) {
		this.horizontalAlign = align;
		return self();
	}

	/**
	 * Sets the vertical alignment of the elements. The default is top.
	 * @param align vertical alignment
	 * @return this builder
	 */
	public B verticalAlign(VerticalAlign align) {
		this.verticalAlign = align;
		return self();
	}

	/**
	 * Sets the space inside the edge.
	 * @param padding space from 0 to 99 pixels
	 * @return this builder
	 */
	public B padding(Box padding) {
		this.padding = padding;
		return self();
	}

}
