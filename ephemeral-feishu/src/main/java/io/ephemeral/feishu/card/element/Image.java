package io.ephemeral.feishu.card.element;

import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.StringValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

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
 * @param size size of a cropped image; {@link Size#STRETCH} when absent
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
		@Nullable PlainText title, @Nullable Length cornerRadius, @Nullable ScaleType scaleType, @Nullable Size size,
		@Nullable Boolean transparent, @Nullable Boolean preview, @Nullable String mode, @Nullable String customWidth,
		@Nullable Boolean compactWidth,
		@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Image {
		Check.that(imageKey != null || !i18nImageKeys.isEmpty(), "img_key", "is required");
		Check.radius("corner_radius", cornerRadius);
		i18nImageKeys = OrderedCopy.of(i18nImageKeys);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
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

		private @Nullable Size size;

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
		public Builder size(Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets whether it is shown on a transparent ground.
		 * @param transparent whether it is shown on a transparent ground
		 * @return this builder
		 */
		public Builder transparent(boolean transparent) {
			this.transparent = transparent;
			return this;
		}

		/**
		 * Sets whether it is enlarged by a click.
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

	/**
	 * The size of an {@link Image} that is cropped.
	 *
	 * @param value one of the platform's words, a ratio of width to height such as
	 * {@code 16:9}, or width and height from 1 to 1000 pixels, such as {@code 100px 80px}
	 */
	public record Size(@JsonValue String value) implements StringValue {

		private static final Pattern FORMAT = Pattern
			.compile("stretch|large|medium|small|tiny|[1-9]\\d{0,3}:[1-9]\\d{0,3}"
					+ "|([1-9]\\d{0,2}|1000)px ([1-9]\\d{0,2}|1000)px");

		/** As wide as what is around it. */
		public static final Size STRETCH = new Size("stretch");

		/** 160 pixels square. */
		public static final Size LARGE = new Size("large");

		/** 80 pixels square. */
		public static final Size MEDIUM = new Size("medium");

		/** 40 pixels square. */
		public static final Size SMALL = new Size("small");

		/** 16 pixels square. */
		public static final Size TINY = new Size("tiny");

		public Size {
			Check.that(FORMAT.matcher(value).matches(), "size",
					"must be stretch, large, medium, small, tiny, a ratio such as 16:9, or width and height from 1px to 1000px");
		}

		/**
		 * As wide as what is around it, with a height to match. Feishu's card builder
		 * writes such sizes; the documents do not list them.
		 * @param width width in proportion to the height, from 1 to 9999
		 * @param height height in proportion to the width, from 1 to 9999
		 * @return the size
		 */
		public static Size ratio(int width, int height) {
			return new Size(width + ":" + height);
		}

		/**
		 * Width and height.
		 * @param width pixels, from 1 to 1000
		 * @param height pixels, from 1 to 1000
		 * @return the size
		 */
		public static Size pixels(int width, int height) {
			return new Size(width + "px " + height + "px");
		}

	}

	/**
	 * How an image is fitted into its place.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum ScaleType {

		/**
		 * Cropped around the middle.
		 */
		CROP_CENTER,

		/**
		 * Cropped from the top.
		 */
		CROP_TOP,

		/**
		 * As wide as its place, whole.
		 */
		FIT_HORIZONTAL

	}

}
