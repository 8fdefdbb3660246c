package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Confirmation dialog with the buttons OK and Cancel, shown before a component reacts.
 *
 * @param title title of the dialog; older clients ignore the click if it is absent
 * @param text question of the dialog
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Confirm(@Nullable PlainText title, PlainText text, Map<String, JsonNode> unknown) implements CardPart {

	public Confirm {
		Check.required("text", text);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a confirmation dialog in plain text.
	 * @param title title of the dialog
	 * @param text question of the dialog
	 * @return the dialog
	 */
	public static Confirm of(String title, String text) {
		return new Confirm(PlainText.of(title), PlainText.of(text), Map.of());
	}

	@Override
	public String toString() {
		return "Confirm";
	}

}
