package io.ephemeral.feishu.card.element;

/**
 * Text inside another element, plain or with simple formatting.
 */
public sealed interface Text extends Tagged permits PlainText, LarkMarkdown {

	/**
	 * Returns the content.
	 * @return plain text or Markdown
	 */
	String content();

}
