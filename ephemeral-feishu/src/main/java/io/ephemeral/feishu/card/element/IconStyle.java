package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The looks of a {@link UserDefinedIcon}.
 *
 * @param color color; its own when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record IconStyle(@Nullable Color color, Map<String, JsonNode> unknown) implements CardPart {

	public IconStyle {
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "IconStyle";
	}

}
