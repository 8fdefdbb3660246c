package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Several images that are shown as one.
 *
 * @param combinationMode arrangement of the images
 * @param images images: two for {@code double}, three for {@code triple}, at most six for
 * {@code bisect}, at most nine for {@code trisect}
 * @param transparent whether the background is transparent; false when absent
 * @param cornerRadius radius of the corners in pixels or percent; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param imageListLength number of images, which Feishu's card builder writes but the
 * documents do not list; the length of the list when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("img_combination")
public record ImageCombination(Mode combinationMode, @JsonProperty("img_list") List<Item> images,
		@JsonProperty("combination_transparent") @Nullable Boolean transparent, @Nullable Length cornerRadius,
		@Nullable String elementId, @Nullable Box margin,
		@JsonProperty("img_list_length") @Nullable Integer imageListLength,
		Map<String, JsonNode> unknown) implements NestedElement {

	public ImageCombination {
		Check.required("combination_mode", combinationMode);
		Check.that(images.size() <= 9, "img_list", "must have at most 9 entries");
		images = List.copyOf(images);
		Check.radius("corner_radius", cornerRadius);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a combination of images.
	 * @param combinationMode arrangement of the images
	 * @param imageKeys keys of uploaded images, as many as the mode accepts
	 * @return a builder
	 */
	public static Builder builder(Mode combinationMode, String... imageKeys) {
		return new Builder(combinationMode, imageKeys);
	}

	@Override
	public String toString() {
		return "ImageCombination";
	}

	/**
	 * Builder for an {@link ImageCombination}.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<ImageCombination> {

		private final Mode combinationMode;

		private final List<Item> images = new ArrayList<>();

		private @Nullable Boolean transparent;

		private @Nullable Length cornerRadius;

		private Builder(Mode combinationMode, String... imageKeys) {
			this.combinationMode = combinationMode;
			for (String imageKey : imageKeys) {
				this.images.add(new Item(imageKey, null, Map.of(), Map.of()));
			}
		}

		/**
		 * Sets whether the background is transparent. The default is {@code false}.
		 * @param transparent whether the background is transparent
		 * @return this builder
		 */
		public Builder transparent(boolean transparent) {
			this.transparent = transparent;
			return this;
		}

		/**
		 * Sets the radius of the corners. The default is no radius.
		 * @param cornerRadius radius of the corners in pixels or percent
		 * @return this builder
		 */
		public Builder cornerRadius(Length cornerRadius) {
			this.cornerRadius = cornerRadius;
			return this;
		}

		@Override
		public ImageCombination build() {
			return new ImageCombination(this.combinationMode, this.images, this.transparent, this.cornerRadius,
					this.elementId, this.margin, null, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Arrangement of several images.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Mode {

		/**
		 * Two images.
		 */
		DOUBLE,

		/**
		 * Three images, the first one large.
		 */
		TRIPLE,

		/**
		 * At most six images, two in a row.
		 */
		BISECT,

		/**
		 * At most nine images, three in a row.
		 */
		TRISECT

	}

	/**
	 * Image of an {@link ImageCombination}.
	 *
	 * @param imageKey key of an uploaded image
	 * @param transparent whether the background is transparent; false when absent
	 * @param i18nImageKeys image keys for users of other languages; may be empty
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Item(@JsonProperty("img_key") String imageKey, @Nullable Boolean transparent,
			@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
			Map<String, JsonNode> unknown) implements CardPart {

		public Item {
			Check.required("img_key", imageKey);
			i18nImageKeys = OrderedCopy.of(i18nImageKeys);
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "Item";
		}

	}

}
