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
 * A sound. Clients show it from version 7.49 on, and the platform refuses it in ephemeral
 * cards; a card with it needs {@code enable_forward} to be false.
 *
 * @param fileKey key of an OPUS file uploaded by the same app
 * @param i18nFileKey files for users of other languages; empty without
 * @param audioId id of the sound; none when absent
 * @param showProgressBar whether progress is shown; it is when absent
 * @param showTime whether the time is shown; it is when absent
 * @param timeDisplay {@link TimeDisplay#DEFAULT} when absent
 * @param timePosition {@link TimePosition#END} when absent
 * @param style {@link Style#NORMAL} when absent
 * @param border line around it; the client's when absent
 * @param padding space inside the edge; 12 pixels when absent
 * @param backgroundStyle background; the client's when absent
 * @param fillColor color of the player; {@code grey-800} when absent
 * @param width width; the client's choice when absent
 * @param disabled whether it cannot be played; it can when absent
 * @param disabledTips text shown when it is used while disabled; none when absent
 * @param fallback what older clients show; nothing when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a sound.
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
	 * Options of a sound.
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
		 * Sets the audio id.
		 * @param audioId id of the sound
		 * @return this builder
		 */
		public Builder audioId(String audioId) {
			this.audioId = audioId;
			return this;
		}

		/**
		 * Sets whether progress is shown.
		 * @param showProgressBar whether progress is shown
		 * @return this builder
		 */
		public Builder showProgressBar(boolean showProgressBar) {
			this.showProgressBar = showProgressBar;
			return this;
		}

		/**
		 * Sets whether the time is shown.
		 * @param showTime whether the time is shown
		 * @return this builder
		 */
		public Builder showTime(boolean showTime) {
			this.showTime = showTime;
			return this;
		}

		/**
		 * Sets the time display.
		 * @param timeDisplay {@link TimeDisplay#DEFAULT}
		 * @return this builder
		 */
		public Builder timeDisplay(TimeDisplay timeDisplay) {
			this.timeDisplay = timeDisplay;
			return this;
		}

		/**
		 * Sets the time position.
		 * @param timePosition {@link TimePosition#END}
		 * @return this builder
		 */
		public Builder timePosition(TimePosition timePosition) {
			this.timePosition = timePosition;
			return this;
		}

		/**
		 * Sets the style.
		 * @param style {@link Style#NORMAL}
		 * @return this builder
		 */
		public Builder style(Style style) {
			this.style = style;
			return this;
		}

		/**
		 * Sets the border.
		 * @param border line around it
		 * @return this builder
		 */
		public Builder border(Border border) {
			this.border = border;
			return this;
		}

		/**
		 * Sets the padding.
		 * @param padding space inside the edge
		 * @return this builder
		 */
		public Builder padding(Box padding) {
			this.padding = padding;
			return this;
		}

		/**
		 * Sets the background style.
		 * @param backgroundStyle background
		 * @return this builder
		 */
		public Builder backgroundStyle(Color backgroundStyle) {
			this.backgroundStyle = backgroundStyle;
			return this;
		}

		/**
		 * Sets the fill color.
		 * @param fillColor color of the player
		 * @return this builder
		 */
		public Builder fillColor(Color fillColor) {
			this.fillColor = fillColor;
			return this;
		}

		/**
		 * Sets the width.
		 * @param width width
		 * @return this builder
		 */
		public Builder width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Shows it, but lets nobody play it.
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
		 * Sets the fallback.
		 * @param fallback what older clients show
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
					this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * The looks of an audio player.
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
