package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Icon of a {@link PersonList} in the style of JSON 1.0. New cards should use an
 * {@link Icon}.
 *
 * @param token name of a standard icon
 * @param style style of the icon; the default of the icon when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Style of a {@link UserDefinedIcon}.
	 *
	 * @param color color of the icon; the default of the icon when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
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
