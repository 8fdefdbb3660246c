package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.PartSerializer;
import io.ephemeral.feishu.card.json.PartWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Object in the JSON of a card. Its {@code toString} contains no text of the card.
 */
@JsonSerialize(using = PartSerializer.class)
public interface CardPart {

	/**
	 * Returns the properties that the model does not support, or whose value it does not
	 * support. They are written unchanged.
	 * @return the properties by name; empty for a part that was built in code
	 */
	Map<String, JsonNode> unknown();

	/**
	 * Returns whether the model supports the part and its whole content.
	 * @return false if the part contains {@link #unknown} properties or a
	 * {@link RawElement}
	 */
	default boolean isFullyTyped() {
		return PartWriter.isFullyTyped(this);
	}

}
