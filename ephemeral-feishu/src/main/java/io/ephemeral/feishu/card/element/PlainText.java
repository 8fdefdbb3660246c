package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Text shown as it is.
 *
 * @param content what is shown; may be empty
 */
@JsonTypeName("plain_text")
public record PlainText(String content) implements Text {

	public PlainText {
		Objects.requireNonNull(content, "'content' must not be null");
	}

	/**
	 * Text shown as it is.
	 * @param content what is shown
	 * @return the text
	 */
	public static PlainText of(String content) {
		return new PlainText(content);
	}

	@Override
	public String toString() {
		return "PlainText[" + this.content.length() + " characters]";
	}

}
