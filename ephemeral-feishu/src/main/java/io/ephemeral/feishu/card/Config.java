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
 * @param streamingMode whether text is streamed, which needs a card entity; false when
 * absent
 * @param streamingConfig speed and strategy of streaming; the client's default when
 * absent
 * @param summary preview in the list of chats; title or first text when absent
 * @param locales languages that take effect; all when empty
 * @param enableForward whether users can forward the card; true when absent; has no
 * effect on an ephemeral card, which cannot be forwarded
 * @param updateMulti whether the card is shared; must be true in JSON 2.0; true when
 * absent
 * @param widthMode width of the card; {@link WidthMode#DEFAULT} when absent
 * @param useCustomTranslation whether a translation by a user shows the texts of the card
 * in other languages; false when absent
 * @param enableForwardInteraction whether a forwarded copy still calls the application
 * back; false when absent
 * @param style sizes and colors of the card; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Returns the default settings.
	 * @return settings that the other methods can change
	 */
	public static Config defaults() {
		return new Config(null, null, null, List.of(), null, null, null, null, null, null, Map.of());
	}

	/**
	 * Sets the width of the card. The default is {@link WidthMode#DEFAULT}.
	 * @param widthMode width of the card
	 * @return a copy of these settings with the width
	 */
	public Config widthMode(WidthMode widthMode) {
		return new Config(this.streamingMode, this.streamingConfig, this.summary, this.locales, this.enableForward,
				this.updateMulti, widthMode, this.useCustomTranslation, this.enableForwardInteraction, this.style,
				this.unknown);
	}

	/**
	 * Sets whether users can forward the card. The default is {@code true}.
	 * @param enableForward whether users can forward the card
	 * @return a copy of these settings with the value
	 */
	public Config enableForward(boolean enableForward) {
		return new Config(this.streamingMode, this.streamingConfig, this.summary, this.locales, enableForward,
				this.updateMulti, this.widthMode, this.useCustomTranslation, this.enableForwardInteraction, this.style,
				this.unknown);
	}

	/**
	 * Sets the preview in the list of chats. The default is the title or the first text.
	 * @param content text of the preview
	 * @return a copy of these settings with the preview
	 */
	public Config summary(String content) {
		return new Config(this.streamingMode, this.streamingConfig, new Summary(content, Map.of(), Map.of()),
				this.locales, this.enableForward, this.updateMulti, this.widthMode, this.useCustomTranslation,
				this.enableForwardInteraction, this.style, this.unknown);
	}

	/**
	 * Sets the sizes and colors of the card. By default, there are none.
	 * @param style sizes and colors by name
	 * @return a copy of these settings with the style
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
