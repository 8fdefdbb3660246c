package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Option of a selection.
 *
 * @param text label of the option
 * @param value value in the callback, unique in the component
 * @param icon icon in front of the text; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record SelectOption(PlainText text, String value, @Nullable Icon icon,
		Map<String, JsonNode> unknown) implements CardPart {

	public SelectOption {
		Check.required("text", text);
		Check.required("value", value);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates an option without an icon.
	 * @param text label of the option
	 * @param value value in the callback, unique in the component
	 * @return the option
	 */
	public static SelectOption of(String text, String value) {
		return new SelectOption(PlainText.of(text), value, null, Map.of());
	}

	/**
	 * Sets the icon in front of the text. By default, there is none.
	 * @param icon icon in front of the text
	 * @return a copy of this option with the icon
	 */
	public SelectOption icon(Icon icon) {
		return new SelectOption(this.text, this.value, icon, this.unknown);
	}

	@Override
	public String toString() {
		return "SelectOption";
	}

}
