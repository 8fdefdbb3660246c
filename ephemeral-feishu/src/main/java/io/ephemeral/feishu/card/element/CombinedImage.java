package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image of an {@link ImageCombination}.
 *
 * @param imageKey key of an uploaded image
 * @param transparent whether it is shown on a transparent ground; not when absent
 * @param i18nImageKeys images for users of other languages; empty without
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record CombinedImage(@JsonProperty("img_key") String imageKey, @Nullable Boolean transparent,
		@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
		Map<String, JsonNode> unknown) implements CardPart {

	public CombinedImage {
		Check.required("img_key", imageKey);
		i18nImageKeys = Check.copy(i18nImageKeys);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "CombinedImage";
	}

}
