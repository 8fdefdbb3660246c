package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Buttons at the end of a {@link Checker}.
 *
 * @param pcDisplayRule when they are shown on a computer; always when absent
 * @param buttons at most 3
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record ButtonArea(@Nullable PcDisplayRule pcDisplayRule,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Button> buttons,
		Map<String, JsonNode> unknown) implements CardPart {

	public ButtonArea {
		Check.atMost("buttons", buttons, 3);
		buttons = List.copyOf(buttons);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "ButtonArea";
	}

}
