package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Box;
import org.jspecify.annotations.Nullable;

/**
 * Base class for builders of components.
 *
 * @param <B> type of the builder
 */
abstract class ComponentBuilder<B extends ComponentBuilder<B>> {

	@Nullable String elementId;

	@Nullable Box margin;

	ComponentBuilder() {
	}

	/**
	 * Sets the id of the component. By default, there is none.
	 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
	 * starting with a letter
	 * @return this builder
	 */
	public B elementId(String elementId) {
		this.elementId = elementId;
		return self();
	}

	/**
	 * Sets the space around the component. The default is no space.
	 * @param margin space from -99 to 99 pixels
	 * @return this builder
	 */
	public B margin(Box margin) {
		this.margin = margin;
		return self();
	}

	abstract B self();

}
