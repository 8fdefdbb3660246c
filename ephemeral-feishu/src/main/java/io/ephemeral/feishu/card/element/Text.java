package io.ephemeral.feishu.card.element;

/**
 * Text inside another element, plain or with simple formatting.
 */
public sealed interface Text extends Tagged permits PlainText, LarkMarkdown {

	/**
	 * Returns what is shown.
	 * @return plain text or Markdown
	 */
	String content();

}
