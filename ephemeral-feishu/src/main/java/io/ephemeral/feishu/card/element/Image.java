package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An image. The platform recommends at most 1500 by 3000 pixels and 10 MB, and a height
 * of at most 16:9 of the width.
 *
 * @param imageKey key of an uploaded image; may be absent if there are images for users
 * of other languages
 * @param alt text shown when the pointer rests on it; the platform requires it
 * @param title text above it; none when absent
 * @param cornerRadius in pixels or percent; none when absent
 * @param scaleType how it is fitted; {@link ScaleType#CROP_CENTER} when absent
 * @param size size of a cropped image; {@link ImageSize#STRETCH} when absent
 * @param transparent whether it is shown on a transparent ground; not when absent
 * @param preview whether it is enlarged by a click; it is when absent
 * @param mode older form of {@code scale_type} and {@code size}
 * @param customWidth older form of {@code size}
 * @param compactWidth older form of {@code size}
 * @param i18nImageKeys images for users of other languages; empty without
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("img")
public record Image(@JsonProperty("img_key") @Nullable String imageKey, @Nullable PlainText alt,
		@Nullable PlainText title, @Nullable Length cornerRadius, @Nullable ScaleType scaleType,
		@Nullable ImageSize size, @Nullable Boolean transparent, @Nullable Boolean preview, @Nullable String mode,
		@Nullable String customWidth, @Nullable Boolean compactWidth,
		@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Image {
		Check.that(imageKey != null || !i18nImageKeys.isEmpty(), "img_key", "is required");
		Check.radius("corner_radius", cornerRadius);
		i18nImageKeys = Check.copy(i18nImageKeys);
		Check.elementId(elementId);
		unknown = Check.copy(unknown);
	}

	/**
	 * Starts an image.
	 * @param imageKey key of an uploaded image
	 * @param alt text shown when the pointer rests on it
	 * @return a builder
	 */
	public static Builder builder(String imageKey, String alt) {
		return new Builder(imageKey, alt);
	}

	@Override
	public String toString() {
		return "Image";
	}

	/**
	 * Options of an image.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Image> {

		private final String imageKey;

		private final PlainText alt;

		private @Nullable PlainText title;

		private @Nullable Length cornerRadius;

		private @Nullable ScaleType scaleType;

		private @Nullable ImageSize size;

		private @Nullable Boolean transparent;

		private @Nullable Boolean preview;

		private Builder(String imageKey, String alt) {
			this.imageKey = imageKey;
			this.alt = PlainText.of(alt);
		}

		/**
		 * Sets the text above it.
		 * @param title plain text
		 * @return this builder
		 */
		public Builder title(String title) {
			return title(PlainText.of(title));
		}

		/**
		 * Sets the text above it.
		 * @param title text above it
		 * @return this builder
		 */
		public Builder title(PlainText title) {
			this.title = title;
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

		/**
		 * Sets the scale type.
		 * @param scaleType how it is fitted
		 * @return this builder
		 */
		public Builder scaleType(ScaleType scaleType) {
			this.scaleType = scaleType;
			return this;
		}

		/**
		 * Sets the size.
		 * @param size size of a cropped image
		 * @return this builder
		 */
		public Builder size(ImageSize size) {
			this.size = size;
			return this;
		}

		/**
		 * Says whether it is shown on a transparent ground.
		 * @param transparent whether it is shown on a transparent ground
		 * @return this builder
		 */
		public Builder transparent(boolean transparent) {
			this.transparent = transparent;
			return this;
		}

		/**
		 * Says whether it is enlarged by a click.
		 * @param preview whether it is enlarged by a click
		 * @return this builder
		 */
		public Builder preview(boolean preview) {
			this.preview = preview;
			return this;
		}

		@Override
		public Image build() {
			return new Image(this.imageKey, this.alt, this.title, this.cornerRadius, this.scaleType, this.size,
					this.transparent, this.preview, null, null, null, Map.of(), this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
