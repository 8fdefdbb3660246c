package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.PartSerializer;
import io.ephemeral.feishu.card.json.PartWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An object in the JSON of a card. Its {@code toString} contains no text of the card.
 */
@JsonSerialize(using = PartSerializer.class)
public interface CardPart {

	/**
	 * Unknown properties, and known ones with a value that is not understood. They are
	 * written as they came.
	 * @return properties by name; empty for a part that was built in code
	 */
	Map<String, JsonNode> unknown();

	/**
	 * Returns whether the part is modelled with all that it holds.
	 * @return false if something is {@link #unknown} or a {@link RawElement}
	 */
	default boolean isFullyTyped() {
		return PartWriter.isFullyTyped(this);
	}

}
