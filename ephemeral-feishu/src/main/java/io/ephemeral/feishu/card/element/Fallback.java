package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.style.Check;
import tools.jackson.databind.JsonNode;

/**
 * Replacement for a component on clients that do not support it.
 *
 * @param value {@code "drop"}, or an object with the tag {@code fallback_text}
 */
public record Fallback(@JsonValue JsonNode value) {

	/** No replacement. */
	public static final Fallback DROP = new Fallback(CardMapper.tree("drop"));

	public Fallback {
		Check.that(value.asString("").equals("drop") || value.path("tag").asString("").equals("fallback_text"),
				"fallback", "must be 'drop' or an object with the tag fallback_text");
		value = value.deepCopy();
	}

	/**
	 * Creates a replacement text.
	 * @param text text to show
	 * @return the replacement
	 */
	public static Fallback text(String text) {
		return new Fallback(CardMapper.tree(Map.of("tag", "fallback_text", "text", PlainText.of(text))));
	}

	@Override
	public String toString() {
		return "Fallback";
	}

}
