package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * A person who can be selected.
 *
 * @param value open id
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record PersonOption(String value, Map<String, JsonNode> unknown) implements CardPart {

	public PersonOption {
		Check.required("value", value);
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "PersonOption";
	}

}
