package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.AspectRatio;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Selection of images. Outside a form, a click submits the selection at once.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param options images in their order
 * @param multiSelect whether several images can be selected, in a form only; false when
 * absent
 * @param layout arrangement of the images; {@link Layout#BISECT} when absent
 * @param canPreview whether a click enlarges an image, in a form only; true when absent
 * @param aspectRatio ratio of the width to the height: 1:1, 4:3 or 16:9
 * @param required whether the client requires a value before it submits the form; false
 * when absent
 * @param disabled whether the selection is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param value older form of {@link Behavior.Callback}
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("select_img")
public record SelectImage(@Nullable String name, List<Option> options, @Nullable Boolean multiSelect,
		@Nullable Layout layout, @Nullable Boolean canPreview, @Nullable AspectRatio aspectRatio,
		@Nullable Boolean required, @Nullable Boolean disabled, @Nullable PlainText disabledTips,
		@Nullable Confirm confirm, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors,
		@Nullable JsonNode value, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public SelectImage {
		options = List.copyOf(options);
		Check.that(aspectRatio != AspectRatio.TWO_TO_ONE, "aspect_ratio", "must be 1:1, 4:3 or 16:9");
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a selection of images.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "SelectImage";
	}

	/**
	 * Builder for a {@link SelectImage}.
	 */
	public static final class Builder extends InteractiveBuilder<Builder> implements ElementBuilder<SelectImage> {

		private final List<Option> options = new ArrayList<>();

		private @Nullable Boolean multiSelect;

		private @Nullable Layout layout;

		private @Nullable Boolean canPreview;

		private @Nullable AspectRatio aspectRatio;

		private @Nullable Boolean required;

		private @Nullable Boolean disabled;

		private @Nullable PlainText disabledTips;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Permits the selection of several images, in a form only.
		 * @return this builder
		 */
		public Builder multiSelect() {
			return multiSelect(true);
		}

		/**
		 * Sets whether several images can be selected, in a form only. By default, one
		 * can.
		 * @param multiSelect whether several images can be selected
		 * @return this builder
		 */
		public Builder multiSelect(boolean multiSelect) {
			this.multiSelect = multiSelect;
			return this;
		}

		/**
		 * Sets the arrangement of the images. The default is {@link Layout#BISECT}.
		 * @param layout arrangement of the images
		 * @return this builder
		 */
		public Builder layout(Layout layout) {
			this.layout = layout;
			return this;
		}

		/**
		 * Sets whether a click enlarges an image, in a form only. The default is
		 * {@code true}.
		 * @param canPreview whether a click enlarges an image
		 * @return this builder
		 */
		public Builder canPreview(boolean canPreview) {
			this.canPreview = canPreview;
			return this;
		}

		/**
		 * Sets the aspect ratio.
		 * @param aspectRatio ratio of the width to the height: 1:1, 4:3 or 16:9
		 * @return this builder
		 */
		public Builder aspectRatio(AspectRatio aspectRatio) {
			this.aspectRatio = aspectRatio;
			return this;
		}

		/**
		 * Requires a selection before the client submits the form.
		 * @return this builder
		 */
		public Builder required() {
			return required(true);
		}

		/**
		 * Sets whether a selection is required before the client submits the form. By
		 * default, it is not.
		 * @param required whether a selection is required
		 * @return this builder
		 */
		public Builder required(boolean required) {
			this.required = required;
			return this;
		}

		/**
		 * Disables the selection. The images remain visible.
		 * @return this builder
		 */
		public Builder disabled() {
			return disabled(true);
		}

		/**
		 * Sets whether the component is disabled. By default, it is not.
		 * @param disabled whether the component is disabled
		 * @return this builder
		 */
		public Builder disabled(boolean disabled) {
			this.disabled = disabled;
			return this;
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips text shown on a click while the component is disabled
		 * @return this builder
		 */
		public Builder disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Adds an image after the others.
		 * @param option image to add
		 * @return this builder
		 */
		public Builder option(Option option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an image after the others.
		 * @param imageKey key of an uploaded image
		 * @param value value in the callback, unique in the component
		 * @return this builder
		 */
		public Builder option(String imageKey, String value) {
			return option(Option.of(imageKey, value));
		}

		@Override
		public SelectImage build() {
			return new SelectImage(this.name, this.options, this.multiSelect, this.layout, this.canPreview,
					this.aspectRatio, this.required, this.disabled, this.disabledTips, this.confirm, this.behaviors,
					null, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Arrangement of the images of a selection.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Layout {

		/**
		 * Each row has one image.
		 */
		STRETCH,

		/**
		 * Each row has two images.
		 */
		BISECT,

		/**
		 * Each row has three images.
		 */
		TRISECT

	}

	/**
	 * Image that can be selected.
	 *
	 * @param imageKey key of an uploaded image
	 * @param value value in the callback, unique in the component; none when absent
	 * @param disabled whether the image is disabled; false when absent
	 * @param disabledTips text shown on a click while the image is disabled; none when
	 * absent
	 * @param hoverTips text shown when the pointer rests on the image; none when absent
	 * @param i18nImageKeys image keys for users of other languages; may be empty
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Option(@JsonProperty("img_key") String imageKey, @Nullable String value, @Nullable Boolean disabled,
			@Nullable PlainText disabledTips, @Nullable PlainText hoverTips,
			@JsonProperty("i18n_img_key") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nImageKeys,
			Map<String, JsonNode> unknown) implements CardPart {

		public Option {
			Check.required("img_key", imageKey);
			i18nImageKeys = OrderedCopy.of(i18nImageKeys);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates an image that can be selected.
		 * @param imageKey key of an uploaded image
		 * @param value value in the callback, unique in the component
		 * @return the option
		 */
		public static Option of(String imageKey, String value) {
			return new Option(imageKey, value, null, null, null, Map.of(), Map.of());
		}

		@Override
		public String toString() {
			return "Option";
		}

	}

}
