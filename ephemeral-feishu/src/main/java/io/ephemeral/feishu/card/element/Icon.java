package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Icon in front of a text.
 *
 * @param tag kind of the icon: {@code standard_icon} or {@code custom_icon}
 * @param token name of a standard icon, such as {@code chat_outlined}; none when absent
 * @param color color of a standard icon whose token ends with {@code _outlined} or
 * {@code _filled}; the default of the icon when absent
 * @param imageKey key of the uploaded image of a custom icon; none when absent
 * @param size width and height in the header of a panel, such as {@code 10px 10px}; the
 * client's default when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Icon(String tag, @Nullable String token, @Nullable Color color,
		@JsonProperty("img_key") @Nullable String imageKey, @Nullable String size,
		Map<String, JsonNode> unknown) implements CardPart {

	public Icon {
		Check.required("tag", tag);
		Check.that(tag.equals(STANDARD) || tag.equals(CUSTOM), "tag", "must be standard_icon or custom_icon");
		unknown = OrderedCopy.of(unknown);
	}

	private static final String STANDARD = "standard_icon";

	private static final String CUSTOM = "custom_icon";

	/**
	 * Creates an icon of the platform.
	 * @param token name of the icon, such as {@code chat_outlined}
	 * @return the icon
	 */
	public static Icon standard(String token) {
		return new Icon(STANDARD, token, null, null, null, Map.of());
	}

	/**
	 * Creates an icon from an image of the application.
	 * @param imageKey key of an uploaded image
	 * @return the icon
	 */
	public static Icon custom(String imageKey) {
		return new Icon(CUSTOM, null, null, imageKey, null, Map.of());
	}

	/**
	 * Sets the color of a standard icon whose token ends with {@code _outlined} or
	 * {@code _filled}.
	 * @param color color of the icon
	 * @return a copy of this icon with the color
	 */
	public Icon color(Color color) {
		return new Icon(this.tag, this.token, color, this.imageKey, this.size, this.unknown);
	}

	/**
	 * Sets the size of an icon in the header of a panel.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return a copy of this icon with the size
	 */
	public Icon size(int width, int height) {
		return new Icon(this.tag, this.token, this.color, this.imageKey, width + "px " + height + "px", this.unknown);
	}

	@Override
	public String toString() {
		return "Icon";
	}

}
