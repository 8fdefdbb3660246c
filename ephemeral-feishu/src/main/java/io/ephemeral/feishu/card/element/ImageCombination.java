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
 * Several images as one.
 *
 * @param combinationMode how they stand together
 * @param images two for {@code double}, three for {@code triple}, at most six for
 * {@code bisect}, at most nine for {@code trisect}
 * @param transparent whether they are shown on a transparent ground; not when absent
 * @param cornerRadius in pixels or percent; none when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param imageListLength number of images, which Feishu's card builder writes and the
 * documents do not list; the length of the list when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts several images.
	 * @param combinationMode how they stand together
	 * @param imageKeys keys of uploaded images, as many as the mode takes
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
	 * Options of several images.
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
		 * Sets whether they are shown on a transparent ground.
		 * @param transparent whether they are shown on a transparent ground
		 * @return this builder
		 */
		public Builder transparent(boolean transparent) {
			this.transparent = transparent;
			return this;
		}

		/**
		 * Sets the corner radius.
		 * @param cornerRadius in pixels or percent
		 * @return this builder
		 */
		public Builder cornerRadius(Length cornerRadius) {
			this.cornerRadius = cornerRadius;
			return this;
		}

		@Override
		public ImageCombination build() {
			return new ImageCombination(this.combinationMode, this.images, this.transparent, this.cornerRadius,
					this.elementId, this.margin, null, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * How several images stand together.
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
	 * An image of an {@link ImageCombination}.
	 *
	 * @param imageKey key of an uploaded image
	 * @param transparent whether it is shown on a transparent ground; not when absent
	 * @param i18nImageKeys images for users of other languages; empty without
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
