package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * Person who can be selected.
 *
 * @param value open id of the person
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
