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
 * The options of what holds elements.
 *
 * @param <C> what it holds
 * @param <B> the builder itself
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
	 * Adds an element behind the others.
	 * @param element what may stand here
	 * @return this builder
	 */
	public B add(C element) {
		this.elements.add(element);
		return self();
	}

	/**
	 * Builds an element and adds it behind the others.
	 * @param element builder of what may stand here
	 * @return this builder
	 */
	public B add(ElementBuilder<? extends C> element) {
		return add(element.build());
	}

	/**
	 * Sets how the elements follow each other.
	 * @param direction from top to bottom, or side by side
	 * @return this builder
	 */
	public B direction(Direction direction) {
		this.direction = direction;
		return self();
	}

	/**
	 * Sets the space between elements side by side.
	 * @param spacing from 0 to 99 pixels
	 * @return this builder
	 */
	public B horizontalSpacing(Spacing spacing) {
		this.horizontalSpacing = spacing;
		return self();
	}

	/**
	 * Sets the space between elements above each other.
	 * @param spacing from 0 to 99 pixels
	 * @return this builder
	 */
	public B verticalSpacing(Spacing spacing) {
		this.verticalSpacing = spacing;
		return self();
	}

	/**
	 * Aligns the elements from left to right.
	 * @param align where they gather
	 * @return this builder
	 */
	public B horizontalAlign(HorizontalAlign align) {
		this.horizontalAlign = align;
		return self();
	}

	/**
	 * Aligns the elements from top to bottom.
	 * @param align where they gather
	 * @return this builder
	 */
	public B verticalAlign(VerticalAlign align) {
		this.verticalAlign = align;
		return self();
	}

	/**
	 * Sets the space inside the edge.
	 * @param padding from 0 to 99 pixels
	 * @return this builder
	 */
	public B padding(Box padding) {
		this.padding = padding;
		return self();
	}

}
