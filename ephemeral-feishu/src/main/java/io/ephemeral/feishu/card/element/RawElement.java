package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import tools.jackson.core.JacksonException;
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
	 * Reads an element.
	 * @param json JSON object of the element
	 * @return the element
	 * @throws InvalidPropertyException if the text is not a JSON object
	 */
	public static RawElement parse(String json) {
		try {
			return new RawElement(CardMapper.INSTANCE.readTree(json));
		}
		catch (JacksonException ex) {
			// The cause is omitted because it quotes the card.
			throw new InvalidPropertyException("element", "must be valid JSON");
		}
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
