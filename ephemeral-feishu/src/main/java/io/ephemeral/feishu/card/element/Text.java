package io.ephemeral.feishu.card.element;

/**
 * Text inside another element, plain or with simple formatting.
 */
public sealed interface Text extends Tagged permits PlainText, LarkMarkdown {

	/**
	 * Returns the text to show.
	 * @return plain text in a {@link PlainText}, Markdown in a {@link LarkMarkdown}
	 */
	String content();

}
