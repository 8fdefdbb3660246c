package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An object in the JSON of a card. Its {@code toString} tells nothing of what is on the
 * card.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public interface CardPart {

	/**
	 * What was read and is not modelled: unknown properties, and known ones with a value
	 * that is not understood. It is written as it came.
	 * @return properties by name; empty for what was built in code
	 */
	@JsonAnyGetter
	Map<String, JsonNode> unknown();

}
