package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Audio player. Clients show it from version 7.49 on, and the platform refuses it in
 * ephemeral cards. A card with an audio player must set {@code enable_forward} to false.
 *
 * @param fileKey key of an OPUS file uploaded by the same app
 * @param i18nFileKey file keys for users of other languages; may be empty
 * @param audioId unique id of the audio in the card; none when absent
 * @param showProgressBar whether the progress bar is shown; true when absent
 * @param showTime whether the time is shown; true when absent
 * @param timeDisplay times that the player shows; {@link TimeDisplay#DEFAULT} when absent
 * @param timePosition position of the time; {@link TimePosition#END} when absent
 * @param style style of the player; {@link Style#NORMAL} when absent
 * @param border border of the player; the client's default when absent
 * @param padding space inside the edge; 12 pixels when absent
 * @param backgroundStyle background color; the client's default when absent
 * @param fillColor color of the player; {@code grey-800} when absent
 * @param width width of the player; the client's default when absent
 * @param disabled whether the player is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param fallback replacement shown by older clients; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("audio")
public record Audio(String fileKey, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nFileKey,
		@Nullable String audioId, @Nullable Boolean showProgressBar, @Nullable Boolean showTime,
		@Nullable TimeDisplay timeDisplay, @Nullable TimePosition timePosition, @Nullable Style style,
		@Nullable Border border, @Nullable Box padding, @Nullable Color backgroundStyle, @Nullable Color fillColor,
		@Nullable Length width, @Nullable Boolean disabled, @Nullable PlainText disabledTips,
		@Nullable Fallback fallback, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public Audio {
		Check.required("file_key", fileKey);
		Check.text("file_key", fileKey);
		i18nFileKey = OrderedCopy.of(i18nFileKey);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for an audio player.
	 * @param fileKey key of an OPUS file uploaded by the same app
	 * @return a builder
	 */
	public static Builder builder(String fileKey) {
		return new Builder(fileKey);
	}

	@Override
	public String toString() {
		return "Audio";
	}

	/**
	 * Builder for an {@link Audio} component.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Audio> {

		private final String fileKey;

		private @Nullable String audioId;

		private @Nullable Boolean showProgressBar;

		private @Nullable Boolean showTime;

		private @Nullable TimeDisplay timeDisplay;

		private @Nullable TimePosition timePosition;

		private @Nullable Style style;

		private @Nullable Border border;

		private @Nullable Box padding;

		private @Nullable Color backgroundStyle;

		private @Nullable Color fillColor;

		private @Nullable Length width;

		private @Nullable Boolean disabled;

		private @Nullable PlainText disabledTips;

		private @Nullable Fallback fallback;

		private Builder(String fileKey) {
			this.fileKey = fileKey;
		}

		/**
		 * Sets the id of the audio. By default, there is none.
		 * @param audioId unique id of the audio in the card
		 * @return this builder
		 */
		public Builder audioId(String audioId) {
			this.audioId = audioId;
			return this;
		}

		/**
		 * Sets whether the progress bar is shown. The default is {@code true}.
		 * @param showProgressBar whether the progress bar is shown
		 * @return this builder
		 */
		public Builder showProgressBar(boolean showProgressBar) {
			this.showProgressBar = showProgressBar;
			return this;
		}

		/**
		 * Sets whether the time is shown. The default is {@code true}.
		 * @param showTime whether the time is shown
		 * @return this builder
		 */
		public Builder showTime(boolean showTime) {
			this.showTime = showTime;
			return this;
		}

		/**
		 * Sets the times that the player shows. The default is
		 * {@link TimeDisplay#DEFAULT}.
		 * @param timeDisplay times that the player shows
		 * @return this builder
		 */
		public Builder timeDisplay(TimeDisplay timeDisplay) {
			this.timeDisplay = timeDisplay;
			return this;
		}

		/**
		 * Sets the position of the time. The default is {@link TimePosition#END}.
		 * @param timePosition position of the time
		 * @return this builder
		 */
		public Builder timePosition(TimePosition timePosition) {
			this.timePosition = timePosition;
			return this;
		}

		/**
		 * Sets the style. The default is {@link Style#NORMAL}.
		 * @param style style of the player
		 * @return this builder
		 */
		public Builder style(Style style) {
			this.style = style;
			return this;
		}

		/**
		 * Sets the border.
		 * @param border border of the component
		 * @return this builder
		 */
		public Builder border(Border border) {
			this.border = border;
			return this;
		}

		/**
		 * Sets the space inside the edge. The default is 12 pixels.
		 * @param padding space inside the edge
		 * @return this builder
		 */
		public Builder padding(Box padding) {
			this.padding = padding;
			return this;
		}

		/**
		 * Sets the background color.
		 * @param backgroundStyle background color
		 * @return this builder
		 */
		public Builder backgroundStyle(Color backgroundStyle) {
			this.backgroundStyle = backgroundStyle;
			return this;
		}

		/**
		 * Sets the color of the player. The default is {@code grey-800}.
		 * @param fillColor color of the player
		 * @return this builder
		 */
		public Builder fillColor(Color fillColor) {
			this.fillColor = fillColor;
			return this;
		}

		/**
		 * Sets the width.
		 * @param width width of the player
		 * @return this builder
		 */
		public Builder width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Disables the player, which remains visible.
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
		 * Sets the replacement shown by older clients. By default, they show nothing.
		 * @param fallback replacement text or {@link Fallback#DROP}
		 * @return this builder
		 */
		public Builder fallback(Fallback fallback) {
			this.fallback = fallback;
			return this;
		}

		@Override
		public Audio build() {
			return new Audio(this.fileKey, Map.of(), this.audioId, this.showProgressBar, this.showTime,
					this.timeDisplay, this.timePosition, this.style, this.border, this.padding, this.backgroundStyle,
					this.fillColor, this.width, this.disabled, this.disabledTips, this.fallback, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Style of an audio player.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Style {

		NORMAL, FLAT, SPEAK

	}

	/**
	 * Times that an audio player shows.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum TimeDisplay {

		DEFAULT, BOTH

	}

	/**
	 * Position of the time in an audio player.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum TimePosition {

		END, START, BOTH_SIDES

	}

}
