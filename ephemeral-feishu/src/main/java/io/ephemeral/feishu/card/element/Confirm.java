package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question before something happens, to be answered by OK or Cancel.
 *
 * @param title title; older clients ignore the click without it
 * @param text the question
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record Confirm(@Nullable PlainText title, PlainText text, Map<String, JsonNode> unknown) implements CardPart {

	public Confirm {
		Check.required("text", text);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * A question in plain text.
	 * @param title its title
	 * @param text the question
	 * @return the question
	 */
	public static Confirm of(String title, String text) {
		return new Confirm(PlainText.of(title), PlainText.of(text), Map.of());
	}

	@Override
	public String toString() {
		return "Confirm";
	}

}
