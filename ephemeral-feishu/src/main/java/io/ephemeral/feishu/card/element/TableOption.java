package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An option in a cell of a table, shown as a tag.
 *
 * @param text what is shown
 * @param color color of the tag; blue when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record TableOption(String text, @Nullable Color color, Map<String, JsonNode> unknown) implements CardPart {

	public TableOption {
		Check.required("text", text);
		unknown = Check.copy(unknown);
	}

	/**
	 * An option.
	 * @param text what is shown
	 * @param color color of the tag
	 * @return the option
	 */
	public static TableOption of(String text, Color color) {
		return new TableOption(text, color, Map.of());
	}

	@Override
	public String toString() {
		return "TableOption";
	}

}
