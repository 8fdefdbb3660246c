package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.TextSize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Text without formatting.
 *
 * @param content text to show; may be empty
 * @param i18nContent content for users of other languages; may be empty
 * @param elementId unique id in the card; none when absent
 * @param textSize size in a {@link Div} or {@link Checker}; {@link TextSize#NORMAL} when
 * absent
 * @param textColor color of plain text in a {@link Div} or {@link Checker};
 * {@link Color#DEFAULT} when absent
 * @param textAlign alignment in a {@link Div} or {@link Checker}; left when absent
 * @param lines maximum number of lines, at least 1; all when absent
 * @param message message that replaces the content before the card is sent; none when
 * absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("plain_text")
public record PlainText(String content, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nContent,
		@Nullable String elementId, @Nullable TextSize textSize, @Nullable Color textColor,
		@Nullable HorizontalAlign textAlign, @Nullable Integer lines, @Nullable Message message,
		Map<String, JsonNode> unknown) implements Text, CollapsiblePanel.Title {

	public PlainText {
		Check.required("content", content);
		i18nContent = OrderedCopy.of(i18nContent);
		Check.elementId(elementId);
		Check.range("lines", lines, 1, Integer.MAX_VALUE);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a text without formatting.
	 * @param content text to show
	 * @return the text
	 */
	public static PlainText of(String content) {
		return new PlainText(content, Map.of(), null, null, null, null, null, null, Map.of());
	}

	/**
	 * Creates a text from a message of the application in the language of the viewer. If
	 * the message does not exist, the text is its code.
	 * @param code code of the message
	 * @param arguments values of the placeholders
	 * @return the text
	 */
	public static PlainText message(String code, Object... arguments) {
		return of(code).message(Message.of(code, arguments));
	}

	/**
	 * Replaces the text with a message of the application in the language of the viewer.
	 * If the message does not exist, the text stays.
	 * @param message message with its code and arguments
	 * @return a copy of this text with the message
	 */
	public PlainText message(Message message) {
		return new PlainText(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor,
				this.textAlign, this.lines, message, this.unknown);
	}

	/**
	 * Adds the text for users of another language.
	 * @param locale other language
	 * @param content text to show
	 * @return a copy of this text with the other language
	 */
	public PlainText in(CardLocale locale, String content) {
		return new PlainText(this.content, OrderedCopy.with(this.i18nContent, locale, content), this.elementId,
				this.textSize, this.textColor, this.textAlign, this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the id of the text.
	 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
	 * starting with a letter
	 * @return a copy of this text with the id
	 */
	public PlainText elementId(String elementId) {
		return new PlainText(this.content, this.i18nContent, elementId, this.textSize, this.textColor, this.textAlign,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the size in a {@link Div} or {@link Checker}. The default is
	 * {@link TextSize#NORMAL}.
	 * @param size size of the platform or of the card
	 * @return a copy of this text with the size
	 */
	public PlainText size(TextSize size) {
		return new PlainText(this.content, this.i18nContent, this.elementId, size, this.textColor, this.textAlign,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the color in a {@link Div} or {@link Checker}. The default is
	 * {@link Color#DEFAULT}.
	 * @param color color of the platform or of the card
	 * @return a copy of this text with the color
	 */
	public PlainText color(Color color) {
		return new PlainText(this.content, this.i18nContent, this.elementId, this.textSize, color, this.textAlign,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the alignment in a {@link Div} or {@link Checker}. The default is left.
	 * @param align horizontal alignment
	 * @return a copy of this text with the alignment
	 */
	public PlainText align(HorizontalAlign align) {
		return new PlainText(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor, align,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the maximum number of lines. By default, all lines are shown.
	 * @param lines maximum number of lines, at least 1
	 * @return a copy of this text with the maximum number of lines
	 */
	public PlainText lines(int lines) {
		return new PlainText(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor,
				this.textAlign, lines, this.message, this.unknown);
	}

	/** Checks the length of a text, but not the lengths of its translations. */
	static void checkLength(String property, @Nullable PlainText text, int characters) {
		Check.atMost(property, (text != null) ? text.content() : null, characters);
	}

	@Override
	public String toString() {
		return "PlainText";
	}

}
