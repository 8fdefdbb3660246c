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
 * Text with the few formats that the platform knows inside another element: emphasis,
 * links, mentions, colors, emoji.
 *
 * @param content Markdown; text of other people must be escaped by
 * {@link MarkdownText#escape}
 * @param i18nContent what is shown instead to users of other languages; empty without
 * @param elementId id in the card; none when absent
 * @param textSize size, in a {@link Div} or {@link Checker}; {@link TextSize#NORMAL} when
 * absent
 * @param textColor color, of plain text in a {@link Div} or {@link Checker};
 * {@link Color#DEFAULT} when absent
 * @param textAlign alignment, in a {@link Div} or {@link Checker}; left when absent
 * @param lines most lines shown, at least 1; all when absent
 * @param message message that replaces the content before the card is sent; none when
 * absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Text with simple formatting.
	 * @param content Markdown
	 * @return the text
	 */
	public static LarkMarkdown of(String content) {
		return new LarkMarkdown(content, Map.of(), null, null, null, null, null, null, Map.of());
	}

	/**
	 * Text from the messages of the application, in the language of the viewer. Without a
	 * message of that code the text is the code.
	 * @param code code of the message
	 * @param arguments values of its placeholders, escaped where they are text
	 * @return the text
	 */
	public static LarkMarkdown message(String code, Object... arguments) {
		return of(code).message(Message.of(code, arguments));
	}

	/**
	 * Replaces the text by a message of the application, in the language of the viewer;
	 * without a message of that code it stays.
	 * @param message code and arguments
	 * @return a text that differs in the message
	 */
	public LarkMarkdown message(Message message) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor,
				this.textAlign, this.lines, message, this.unknown);
	}

	/**
	 * Adds the text for users of another language.
	 * @param locale the language
	 * @param content Markdown
	 * @return a text that differs in that language
	 */
	public LarkMarkdown in(CardLocale locale, String content) {
		return new LarkMarkdown(this.content, OrderedCopy.with(this.i18nContent, locale, content), this.elementId,
				this.textSize, this.textColor, this.textAlign, this.lines, this.message, this.unknown);
	}

	/**
	 * Names the text within the card.
	 * @param elementId letters, digits and underscores, a letter first, at most 20
	 * characters, unique in the card
	 * @return a text that differs in the id
	 */
	public LarkMarkdown elementId(String elementId) {
		return new LarkMarkdown(this.content, this.i18nContent, elementId, this.textSize, this.textColor,
				this.textAlign, this.lines, this.message, this.unknown);
	}

	/**
	 * Sets the size, in a {@link Div} or {@link Checker}.
	 * @param size one of the platform's or of the card
	 * @return a text that differs in the size
	 */
	public LarkMarkdown size(TextSize size) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, size, this.textColor, this.textAlign,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Aligns the text, in a {@link Div} or {@link Checker}.
	 * @param align where it gathers
	 * @return a text that differs in the alignment
	 */
	public LarkMarkdown align(HorizontalAlign align) {
		return new LarkMarkdown(this.content, this.i18nContent, this.elementId, this.textSize, this.textColor, align,
				this.lines, this.message, this.unknown);
	}

	/**
	 * Shows only the first lines.
	 * @param lines at least 1
	 * @return a text that differs in the number of lines
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
