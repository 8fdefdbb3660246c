package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeName;

import org.springframework.util.Assert;

/**
 * Text in the platform's Markdown dialect.
 *
 * @param content Markdown; mentioning someone in an ephemeral card notifies nobody
 */
@JsonTypeName("markdown")
public record Markdown(String content) implements NestedElement {

	public Markdown {
		Assert.hasText(content, "'content' of markdown must not be blank");
	}

	/**
	 * Text in the platform's Markdown dialect.
	 * @param content Markdown
	 * @return the element
	 */
	public static Markdown of(String content) {
		return new Markdown(content);
	}

	@Override
	public String toString() {
		return "Markdown[" + this.content.length() + " characters]";
	}

}
