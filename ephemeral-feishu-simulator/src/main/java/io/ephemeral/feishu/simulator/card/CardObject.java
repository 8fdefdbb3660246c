package io.ephemeral.feishu.simulator.card;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Structure of a JSON object in a card: its properties and their values. Unknown
 * properties are accepted, as on the platform, except for the few that the platform is
 * known to refuse.
 */
final class CardObject implements CardValue {

	private final Map<String, CardValue> properties = new HashMap<>();

	private final Set<String> refused = new HashSet<>();

	CardObject scalars(String... properties) {
		List.of(properties).forEach((property) -> with(property, CardValue.scalar()));
		return this;
	}

	CardObject with(String property, CardValue value) {
		this.properties.put(property, value);
		return this;
	}

	CardObject withAll(CardObject other) {
		this.properties.putAll(other.properties);
		return this;
	}

	CardObject without(String... properties) {
		this.refused.addAll(List.of(properties));
		return this;
	}

	@Override
	public void check(JsonNode value, CardPlace place) {
		if (!value.isObject()) {
			place.refuse(CardError.WRONG_STRUCTURE, "must be an object");
			return;
		}
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			checkProperty(entry.getKey(), entry.getValue(), place);
		}
	}

	private void checkProperty(String name, JsonNode value, CardPlace place) {
		CardValue structure = this.properties.get(name);
		if (this.refused.contains(name)) {
			place.refuseProperty(name, CardError.REFUSED_PROPERTY, name, "is a property that the platform refuses");
		}
		else if (structure != null && !value.isNull()) {
			structure.check(value, place.property(name));
		}
	}

}
