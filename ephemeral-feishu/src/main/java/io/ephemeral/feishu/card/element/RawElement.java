package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * An element as it came: of a tag that is not modelled, or without what its tag needs. It
 * is written unchanged. It is also the way to use an element that the platform has and
 * this version has not; a card with one needs {@code feishu.card.validation=warn}.
 *
 * @param json a JSON object
 */
public record RawElement(JsonNode json) implements NestedElement {

	public RawElement {
		Check.that(json.isObject(), "element", "must be a JSON object");
		json = json.deepCopy();
	}

	/**
	 * Returns the element as a tree.
	 * @return a copy
	 */
	@Override
	public JsonNode json() {
		return this.json.deepCopy();
	}

	@Override
	public String tag() {
		return this.json.path("tag").asString("");
	}

	@Override
	public Map<String, JsonNode> unknown() {
		return Map.of();
	}

	@Override
	public String toString() {
		return "RawElement";
	}

}
