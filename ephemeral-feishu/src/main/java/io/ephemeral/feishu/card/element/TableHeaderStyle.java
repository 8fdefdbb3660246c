package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The looks of the first row of a table.
 *
 * @param textAlign left when absent
 * @param textSize {@link TextSize#NORMAL} (the default) or {@link TextSize#HEADING}
 * @param backgroundStyle {@code none} (the default) or {@code grey}
 * @param textColor {@code default} (the default) or {@code grey}
 * @param bold whether it is bold; it is when absent
 * @param lines most lines, at least 1; 1 when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record TableHeaderStyle(@Nullable HorizontalAlign textAlign, @Nullable TextSize textSize,
		@Nullable Color backgroundStyle, @Nullable Color textColor, @Nullable Boolean bold, @Nullable Integer lines,
		Map<String, JsonNode> unknown) implements CardPart {

	public TableHeaderStyle {
		Check.range("lines", lines, 1, Integer.MAX_VALUE);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "TableHeaderStyle";
	}

}
