package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A text of a {@link Div} in the manner of JSON 1.0; in new cards use a
 * {@link ColumnSet}.
 *
 * @param shortField whether two stand side by side; not when absent
 * @param text plain or with simple formatting
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record DivField(@JsonProperty("is_short") @Nullable Boolean shortField, Text text,
		Map<String, JsonNode> unknown) implements CardPart {

	public DivField {
		Check.required("text", text);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "DivField";
	}

}
