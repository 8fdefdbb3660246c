package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image that can be selected.
 *
 * @param imageKey key of an uploaded image
 * @param value what comes back, unique in the component; nothing when absent
 * @param disabled whether it cannot be used; it can when absent
 * @param disabledTips text shown when it is used while disabled; none when absent
 * @param hoverTips text shown when the pointer rests on it; none when absent
 * @param i18nImageKeys images for users of other languages; empty without
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record ImageOption(@JsonProperty("img_key") String imageKey, @Nullable String value, @Nullable Boolean disabled,
		@Nullable PlainText disabledTips, @Nullable PlainText hoverTips,
		@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
		Map<String, JsonNode> unknown) implements CardPart {

	public ImageOption {
		Check.required("img_key", imageKey);
		i18nImageKeys = Check.copy(i18nImageKeys);
		unknown = Check.copy(unknown);
	}

	/**
	 * An image that can be selected.
	 * @param imageKey key of an uploaded image
	 * @param value what comes back, unique in the component
	 * @return the option
	 */
	public static ImageOption of(String imageKey, String value) {
		return new ImageOption(imageKey, value, null, null, null, Map.of(), Map.of());
	}

	@Override
	public String toString() {
		return "ImageOption";
	}

}
