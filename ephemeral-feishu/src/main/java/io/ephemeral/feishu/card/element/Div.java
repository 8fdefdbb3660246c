package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A block of text.
 *
 * @param text plain or with simple formatting
 */
@JsonTypeName("div")
public record Div(Text text) implements NestedElement {

	/**
	 * A block of plain text.
	 * @param content what is shown
	 * @return the block
	 */
	public static Div of(String content) {
		return new Div(PlainText.of(content));
	}

}
