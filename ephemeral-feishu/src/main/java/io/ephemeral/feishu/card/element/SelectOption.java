package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An option of a selection.
 *
 * @param text what is shown
 * @param value what comes back, unique in the component
 * @param icon picture in front of the text; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record SelectOption(PlainText text, String value, @Nullable Icon icon,
		Map<String, JsonNode> unknown) implements CardPart {

	public SelectOption {
		Check.required("text", text);
		Check.required("value", value);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * An option without an icon.
	 * @param text what is shown
	 * @param value what comes back, unique in the component
	 * @return the option
	 */
	public static SelectOption of(String text, String value) {
		return new SelectOption(PlainText.of(text), value, null, Map.of());
	}

	/**
	 * Adds a picture in front of the text.
	 * @param icon the picture
	 * @return an option that differs in the icon
	 */
	public SelectOption icon(Icon icon) {
		return new SelectOption(this.text, this.value, icon, this.unknown);
	}

	@Override
	public String toString() {
		return "SelectOption";
	}

}
