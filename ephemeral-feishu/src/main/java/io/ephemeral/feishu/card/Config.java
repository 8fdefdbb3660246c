package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of a card.
 *
 * @param streamingMode whether text is streamed, which needs a card entity; not when
 * absent
 * @param streamingConfig how streamed text is written; the client's choice when absent
 * @param summary what the list of chats shows; title or first text when absent
 * @param locales the only languages that take effect; all when empty
 * @param enableForward whether it can be forwarded, which ephemeral cards never can; it
 * can when absent
 * @param updateMulti must be true in JSON 2.0; true when absent
 * @param widthMode {@link WidthMode#DEFAULT} when absent
 * @param useCustomTranslation whether the texts of other languages are used when a user
 * translates; not when absent
 * @param enableForwardInteraction whether a forwarded copy still calls back; not when
 * absent
 * @param style sizes and colors of the card; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record Config(@Nullable Boolean streamingMode, @Nullable StreamingConfig streamingConfig,
		@Nullable Summary summary, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CardLocale> locales,
		@Nullable Boolean enableForward, @Nullable Boolean updateMulti, @Nullable WidthMode widthMode,
		@Nullable Boolean useCustomTranslation, @Nullable Boolean enableForwardInteraction, @Nullable Style style,
		Map<String, JsonNode> unknown) implements CardPart {

	public Config {
		locales = List.copyOf(locales);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Settings that change nothing.
	 * @return to be changed by the other methods
	 */
	public static Config defaults() {
		return new Config(null, null, null, List.of(), null, null, null, null, null, null, Map.of());
	}

	/**
	 * Sets the width of the card.
	 * @param widthMode one of the platform's
	 * @return settings that differ in the width
	 */
	public Config widthMode(WidthMode widthMode) {
		return new Config(this.streamingMode, this.streamingConfig, this.summary, this.locales, this.enableForward,
				this.updateMulti, widthMode, this.useCustomTranslation, this.enableForwardInteraction, this.style,
				this.unknown);
	}

	/**
	 * Sets whether the card can be forwarded.
	 * @param enableForward whether it can
	 * @return settings that differ in it
	 */
	public Config enableForward(boolean enableForward) {
		return new Config(this.streamingMode, this.streamingConfig, this.summary, this.locales, enableForward,
				this.updateMulti, this.widthMode, this.useCustomTranslation, this.enableForwardInteraction, this.style,
				this.unknown);
	}

	/**
	 * Sets what the list of chats shows.
	 * @param content the text
	 * @return settings that differ in the summary
	 */
	public Config summary(String content) {
		return new Config(this.streamingMode, this.streamingConfig, new Summary(content, Map.of(), Map.of()),
				this.locales, this.enableForward, this.updateMulti, this.widthMode, this.useCustomTranslation,
				this.enableForwardInteraction, this.style, this.unknown);
	}

	/**
	 * Defines sizes and colors.
	 * @param style sizes and colors by their names
	 * @return settings that differ in the style
	 */
	public Config style(Style style) {
		return new Config(this.streamingMode, this.streamingConfig, this.summary, this.locales, this.enableForward,
				this.updateMulti, this.widthMode, this.useCustomTranslation, this.enableForwardInteraction, style,
				this.unknown);
	}

	@Override
	public String toString() {
		return "Config";
	}

}
