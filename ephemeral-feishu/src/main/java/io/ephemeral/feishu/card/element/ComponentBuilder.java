package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Base class for builders of components.
 *
 * @param <B> type of the builder
 */
abstract class ComponentBuilder<B extends ComponentBuilder<B>> {

	@Nullable String elementId;

	@Nullable Box margin;

	Map<String, JsonNode> unknown = Map.of();

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

	/**
	 * Sets a property as JSON, such as a new one of the platform that this version does
	 * not have. A property that another method of this builder sets keeps that value.
	 * @param name name in JSON, such as {@code hover_tips}
	 * @param value text, number, boolean, list, map, JSON node, part of a card or null
	 * @return this builder
	 */
	public B property(String name, @Nullable Object value) {
		this.unknown = OrderedCopy.with(this.unknown, name, CardMapper.tree(value));
		return self();
	}

	abstract B self();

}
