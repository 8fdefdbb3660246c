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
 * Image. The platform recommends at most 1500 by 3000 pixels, at most 10 MB, and a ratio
 * of the height to the width of at most 16:9.
 *
 * @param imageKey key of an uploaded image; may be absent if there are images for users
 * of other languages
 * @param alt text shown when the pointer rests on the image; required by the platform
 * @param title text above the image; none when absent
 * @param cornerRadius radius of the corners in pixels or percent; none when absent
 * @param scaleType way in which the image fits into its place;
 * {@link ScaleType#CROP_CENTER} when absent
 * @param size size of a cropped image; {@link Size#STRETCH} when absent
 * @param transparent whether the background is transparent; false when absent
 * @param preview whether a click enlarges the image; true when absent
 * @param mode older form of {@code scale_type} and {@code size}
 * @param customWidth older form of {@code size}
 * @param compactWidth older form of {@code size}
 * @param i18nImageKeys image keys for users of other languages; may be empty
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for an image.
	 * @param imageKey key of an uploaded image
	 * @param alt text shown when the pointer rests on the image
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
	 * Builder for an {@link Image}.
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
		 * Sets the text above the image. By default, there is none.
		 * @param title plain text
		 * @return this builder
		 */
		public Builder title(String title) {
			return title(PlainText.of(title));
		}

		/**
		 * Sets the text above the image. By default, there is none.
		 * @param title text above the image
		 * @return this builder
		 */
		public Builder title(PlainText title) {
			this.title = title;
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

		/**
		 * Sets the way in which the image fits into its place. The default is
		 * {@link ScaleType#CROP_CENTER}.
		 * @param scaleType way in which the image fits
		 * @return this builder
		 */
		public Builder scaleType(ScaleType scaleType) {
			this.scaleType = scaleType;
			return this;
		}

		/**
		 * Sets the size of a cropped image. The default is {@link Size#STRETCH}.
		 * @param size size of the image
		 * @return this builder
		 */
		public Builder size(Size size) {
			this.size = size;
			return this;
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
		 * Sets whether a click enlarges the image. The default is {@code true}.
		 * @param preview whether a click enlarges the image
		 * @return this builder
		 */
		public Builder preview(boolean preview) {
			this.preview = preview;
			return this;
		}

		@Override
		public Image build() {
			return new Image(this.imageKey, this.alt, this.title, this.cornerRadius, this.scaleType, this.size,
					this.transparent, this.preview, null, null, null, Map.of(), this.elementId, this.margin,
					this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Size of a cropped {@link Image}.
	 *
	 * @param value word of the platform, ratio of the width to the height such as
	 * {@code 16:9}, or width and height from 1 to 1000 pixels, such as {@code 100px 80px}
	 */
	public record Size(@JsonValue String value) implements StringValue {

		private static final Pattern FORMAT = Pattern
			.compile("stretch|large|medium|small|tiny|[1-9]\\d{0,3}:[1-9]\\d{0,3}"
					+ "|([1-9]\\d{0,2}|1000)px ([1-9]\\d{0,2}|1000)px");

		/** Full width of the surrounding component. */
		public static final Size STRETCH = new Size("stretch");

		/** 160 by 160 pixels. */
		public static final Size LARGE = new Size("large");

		/** 80 by 80 pixels. */
		public static final Size MEDIUM = new Size("medium");

		/** 40 by 40 pixels. */
		public static final Size SMALL = new Size("small");

		/** 16 by 16 pixels. */
		public static final Size TINY = new Size("tiny");

		public Size {
			Check.that(FORMAT.matcher(value).matches(), "size",
					"must be stretch, large, medium, small, tiny, a ratio such as 16:9, or width and height from 1px to 1000px");
		}

		/**
		 * Returns a size with the full width of the surrounding component, and a height
		 * according to the ratio. Feishu's card builder writes such sizes, but the
		 * documents do not list them.
		 * @param width width in the ratio, from 1 to 9999
		 * @param height height in the ratio, from 1 to 9999
		 * @return the size
		 */
		public static Size ratio(int width, int height) {
			return new Size(width + ":" + height);
		}

		/**
		 * Returns a size in pixels.
		 * @param width width in pixels, from 1 to 1000
		 * @param height height in pixels, from 1 to 1000
		 * @return the size
		 */
		public static Size pixels(int width, int height) {
			return new Size(width + "px " + height + "px");
		}

	}

	/**
	 * Way in which an image fits into its place.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum ScaleType {

		/**
		 * The image is cropped around its center.
		 */
		CROP_CENTER,

		/**
		 * The image is cropped from the top.
		 */
		CROP_TOP,

		/**
		 * The whole image is shown with the width of its place.
		 */
		FIT_HORIZONTAL

	}

}
