package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Text with the few formats that the platform knows inside a {@link Div}: emphasis,
 * links, mentions, colours, emoji.
 *
 * @param content Markdown; text of other people must be escaped
 */
@JsonTypeName("lark_md")
public record LarkMarkdown(String content) implements Text {

	public LarkMarkdown {
		Objects.requireNonNull(content, "'content' must not be null");
	}

	/**
	 * Text with simple formatting.
	 * @param content Markdown
	 * @return the text
	 */
	public static LarkMarkdown of(String content) {
		return new LarkMarkdown(content);
	}

	@Override
	public String toString() {
		return "LarkMarkdown[" + this.content.length() + " characters]";
	}

}
