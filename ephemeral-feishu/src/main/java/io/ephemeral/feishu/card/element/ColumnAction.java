package io.ephemeral.feishu.card.element;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What happens when a column, or a set of them, is pressed.
 *
 * @param multiUrl page to open
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record ColumnAction(MultiUrl multiUrl, Map<String, JsonNode> unknown) implements CardPart {

	public ColumnAction {
		Check.required("multi_url", multiUrl);
		unknown = Check.copy(unknown);
	}

	/**
	 * Opens a page.
	 * @param url a link with {@code http} or {@code https}
	 * @return the action
	 */
	public static ColumnAction openUrl(String url) {
		return new ColumnAction(MultiUrl.of(url), Map.of());
	}

	@Override
	public String toString() {
		return "ColumnAction";
	}

}
