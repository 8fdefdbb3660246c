package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Text inside another element, plain or with simple formatting.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag")
public sealed interface Text permits PlainText, LarkMarkdown {

	/**
	 * What is shown.
	 * @return plain text or Markdown
	 */
	String content();

}
