package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Box;
import org.jspecify.annotations.Nullable;

/**
 * The options of every component.
 *
 * @param <B> the builder itself
 */
abstract class ComponentBuilder<B extends ComponentBuilder<B>> {

	@Nullable String elementId;

	@Nullable Box margin;

	ComponentBuilder() {
	}

	/**
	 * Names the component within the card.
	 * @param elementId letters, digits and underscores, a letter first, at most 20
	 * characters, unique in the card
	 * @return this builder
	 */
	public B elementId(String elementId) {
		this.elementId = elementId;
		return self();
	}

	/**
	 * Sets the space around the component.
	 * @param margin from -99 to 99 pixels
	 * @return this builder
	 */
	public B margin(Box margin) {
		this.margin = margin;
		return self();
	}

	abstract B self();

}
