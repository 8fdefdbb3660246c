package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The icon of a {@link PersonList} in the manner of JSON 1.0; in new cards use an
 * {@link Icon}.
 *
 * @param token name of a standard icon
 * @param style looks; its own when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record UserDefinedIcon(String token, @Nullable Style style, Map<String, JsonNode> unknown) implements CardPart {

	public UserDefinedIcon {
		Check.required("token", token);
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "UserDefinedIcon";
	}

	/**
	 * The looks of a {@link UserDefinedIcon}.
	 *
	 * @param color color; its own when absent
	 * @param unknown properties as they came that are not modelled, or whose value is not
	 */
	public record Style(@Nullable Color color, Map<String, JsonNode> unknown) implements CardPart {

		public Style {
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "Style";
		}

	}

}
