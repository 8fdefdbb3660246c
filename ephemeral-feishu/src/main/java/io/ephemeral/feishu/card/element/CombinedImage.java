package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image of an {@link ImageCombination}.
 *
 * @param imageKey key of an uploaded image
 * @param transparent whether it is shown on a transparent ground; not when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record CombinedImage(@JsonProperty("img_key") String imageKey, @Nullable Boolean transparent,
		Map<String, JsonNode> unknown) implements CardPart {

	public CombinedImage {
		Check.required("img_key", imageKey);
		unknown = Check.copy(unknown);
	}

	@Override
	public String toString() {
		return "CombinedImage";
	}

}
