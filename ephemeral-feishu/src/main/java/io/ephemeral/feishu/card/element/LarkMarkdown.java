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
 * Text with the simple formatting that the platform supports inside another element:
 * emphasis, links, mentions, colors and emoji.
 *
 * @param content Markdown; text of other people must be escaped with
 * {@link MarkdownText#escape}
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
@JsonTypeName("lark_md")
public record LarkMarkdown(String content,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nContent, @Nullable String elementId,
		@Nullable TextSize textSize, @Nullable Color textColor, @Nullable HorizontalAlign textAlign,
		@Nullable Integer lines, @Nullable Message message, Map<String, JsonNode> unknown) implements Text {

	public LarkMarkdown {
		Check.required("content", content);
		i18nContent = OrderedCopy.of(i18nContent);
		Check.elementId(elementId);
		Check.range("lines", lines, 1, Integer.MAX_VALUE);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a text with simple formatting.
	 * @param content Markdown
	 * @return the text
	 */
	public static LarkMarkdown of(String content) {
		return new LarkMarkdown(content, Map.of(), null, null, null, null, null, null, Map.of());
	}

	/**
	 * Creates a text from a message of the application in the language of the viewer. If
	 * the message does not exist, the text is its code.
	 * @param code code of the message
	 * @param arguments values of the placeholders; strings are escaped
	 * @return the text
	 */
	public static LarkMarkdown message(String code, Object... arguments) {
		return of(code).message(Message.of(code, arguments));
	}

	/**
	 * Replaces the text with a message of the application in the language of the viewer.
	 * If the message does not exist, the text stays.
	 * @param message message with its code and arguments
	 * @return a copy of this text with the message
	 */
	public LarkMarkdown message(Message message) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor,
				this.textAlign, this.lines, message, this.unknown);
	}

	/**
	 * Adds the text for users of another language.
	 * @param locale other language
	 * @param content Markdown
	 * @return a copy of this text with the other language
	 */
	public LarkMarkdown in(CardLocale locale, String content) {
		return new LarkMarkdown(this.content, OrderedCopy.with(this.i18nContent, locale, content), this.elementId,
				this.textSize, this.textColor, this.textAlign, this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the id of the text.
	 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
	 * starting with a letter
	 * @return a copy of this text with the id
	 */
	public LarkMarkdown elementId(String elementId) {
		return new LarkMarkdown(this.content, this.i18nContent, elementId, this.textSize, this.textColor,
				this.textAlign, this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the size in a {@link Div} or {@link Checker}. The default is
	 * {@link TextSize#NORMAL}.
	 * @param size size of the platform or of the card
	 * @return a copy of this text with the size
	 */
	public LarkMarkdown size(TextSize size) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, size, this.textColor, this.textAlign,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the alignment in a {@link Div} or {@link Checker}. The default is left.
	 * @param align horizontal alignment
	 * @return a copy of this text with the alignment
	 */
	public LarkMarkdown align(HorizontalAlign align) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor, align,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the maximum number of lines. By default, all lines are shown.
	 * @param lines maximum number of lines, at least 1
	 * @return a copy of this text with the maximum number of lines
	 */
	public LarkMarkdown lines(int lines) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor,
				this.textAlign, lines, this.message, this.unknown);
	}

	@Override
	public String toString() {
		return "LarkMarkdown";
	}

}
