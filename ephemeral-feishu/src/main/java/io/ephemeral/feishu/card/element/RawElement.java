package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * Element with an unsupported tag, or without a required property. Its JSON is read and
 * written unchanged. An application can also create one for a component that this version
 * does not support yet. The card then needs {@code feishu.card.validation=warn}.
 *
 * @param json JSON object of the element
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
