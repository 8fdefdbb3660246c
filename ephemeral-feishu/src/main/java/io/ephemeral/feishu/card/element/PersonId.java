package io.ephemeral.feishu.card.element;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A person of a {@link PersonList}.
 *
 * @param id open id, union id or user id
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record PersonId(String id, Map<String, JsonNode> unknown) implements CardPart {

	public PersonId {
		Check.required("id", id);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "PersonId";
	}

}
