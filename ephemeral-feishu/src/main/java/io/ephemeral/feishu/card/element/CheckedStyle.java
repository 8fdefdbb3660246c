package io.ephemeral.feishu.card.element;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a {@link Checker} looks once it is checked.
 *
 * @param showStrikethrough whether its text is struck out; not when absent
 * @param opacity from 0 to 1; 1 when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record CheckedStyle(@Nullable Boolean showStrikethrough, @Nullable BigDecimal opacity,
		Map<String, JsonNode> unknown) implements CardPart {

	public CheckedStyle {
		Check.that(opacity == null || (opacity.signum() >= 0 && opacity.compareTo(BigDecimal.ONE) <= 0), "opacity",
				"must be from 0 to 1");
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "CheckedStyle";
	}

}
