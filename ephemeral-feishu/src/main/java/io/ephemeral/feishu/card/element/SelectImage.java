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
 * A choice among images. Outside a form a click sends it at once.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param options images in their order
 * @param multiSelect whether several can be chosen, in a form only; one when absent
 * @param layout {@link Layout#BISECT} when absent
 * @param canPreview whether a click enlarges them, in a form only; it does when absent
 * @param aspectRatio 1:1, 4:3 or 16:9
 * @param required whether the client refuses to send the form without it; not required
 * when absent
 * @param disabled whether none can be chosen; they can when absent
 * @param disabledTips text shown when it is used while disabled; none when absent
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param value older form of a callback
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a choice among images.
	 * @param name key of the value, unique in the card
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
	 * Options of a choice among images.
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
		 * Lets choose several, in a form only.
		 * @return this builder
		 */
		public Builder multiSelect() {
			this.multiSelect = true;
			return this;
		}

		/**
		 * Sets the layout.
		 * @param layout {@link Layout#BISECT}
		 * @return this builder
		 */
		public Builder layout(Layout layout) {
			this.layout = layout;
			return this;
		}

		/**
		 * Sets whether a click enlarges them, in a form only.
		 * @param canPreview whether a click enlarges them, in a form only
		 * @return this builder
		 */
		public Builder canPreview(boolean canPreview) {
			this.canPreview = canPreview;
			return this;
		}

		/**
		 * Sets the aspect ratio.
		 * @param aspectRatio 1:1, 4:3 or 16:9
		 * @return this builder
		 */
		public Builder aspectRatio(AspectRatio aspectRatio) {
			this.aspectRatio = aspectRatio;
			return this;
		}

		/**
		 * Makes the client refuse to send the form while none is chosen.
		 * @return this builder
		 */
		public Builder required() {
			this.required = true;
			return this;
		}

		/**
		 * Shows the images, but lets nobody choose.
		 * @return this builder
		 */
		public Builder disabled() {
			this.disabled = true;
			return this;
		}

		/**
		 * Sets the text shown when it is used while disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown when it is used while disabled.
		 * @param disabledTips text shown when it is used while disabled
		 * @return this builder
		 */
		public Builder disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Adds an image behind the others.
		 * @param option what can be selected
		 * @return this builder
		 */
		public Builder option(Option option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an image behind the others.
		 * @param imageKey key of an uploaded image
		 * @param value what comes back, unique in the component
		 * @return this builder
		 */
		public Builder option(String imageKey, String value) {
			return option(Option.of(imageKey, value));
		}

		@Override
		public SelectImage build() {
			return new SelectImage(this.name, this.options, this.multiSelect, this.layout, this.canPreview,
					this.aspectRatio, this.required, this.disabled, this.disabledTips, this.confirm, this.behaviors,
					null, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * How selectable images stand together.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Layout {

		/**
		 * One in a row.
		 */
		STRETCH,

		/**
		 * Two in a row.
		 */
		BISECT,

		/**
		 * Three in a row.
		 */
		TRISECT

	}

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
		 * An image that can be selected.
		 * @param imageKey key of an uploaded image
		 * @param value what comes back, unique in the component
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
