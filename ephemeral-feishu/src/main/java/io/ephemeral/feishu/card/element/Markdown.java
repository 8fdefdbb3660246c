package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.TextSize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Text in the platform's Markdown dialect, which consists of CommonMark and tags such as
 * {@code <at id=…></at>}.
 *
 * @param content Markdown; text of other people must be escaped with
 * {@link MarkdownText#escape}; a mention in an ephemeral card sends no notification
 * @param i18nContent content for users of other languages; may be empty
 * @param textAlign horizontal alignment; left when absent
 * @param textSize size of the text; {@link TextSize#NORMAL} when absent
 * @param icon icon in front of the text; none when absent
 * @param message message that replaces the content before the card is sent; none when
 * absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("markdown")
public record Markdown(String content, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nContent,
		@Nullable HorizontalAlign textAlign, @Nullable TextSize textSize, @Nullable Icon icon,
		@Nullable Message message, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement, CollapsiblePanel.Title {

	public Markdown {
		Check.required("content", content);
		i18nContent = OrderedCopy.of(i18nContent);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a text in the platform's Markdown dialect.
	 * @param content Markdown
	 * @return the element
	 */
	public static Markdown of(String content) {
		return builder(content).build();
	}

	/**
	 * Creates a Markdown text from a message of the application in the language of the
	 * viewer. If the message does not exist, the text is its code.
	 * @param code code of the message
	 * @param arguments values of the placeholders; strings are escaped
	 * @return the element
	 */
	public static Markdown message(String code, Object... arguments) {
		return new Markdown(code, Map.of(), null, null, null, Message.of(code, arguments), null, null, Map.of());
	}

	/**
	 * Creates a builder for a Markdown text.
	 * @param content Markdown
	 * @return a builder
	 */
	public static Builder builder(String content) {
		return new Builder(content);
	}

	@Override
	public String toString() {
		return "Markdown";
	}

	/**
	 * Builder for a {@link Markdown} text.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Markdown> {

		private final String content;

		private Map<CardLocale, String> i18nContent = Map.of();

		private @Nullable HorizontalAlign textAlign;

		private @Nullable TextSize textSize;

		private @Nullable Icon icon;

		private Builder(String content) {
			this.content = content;
		}

		/**
		 * Adds the text for users of another language.
		 * @param locale other language
		 * @param content Markdown
		 * @return this builder
		 */
		public Builder in(CardLocale locale, String content) {
			this.i18nContent = OrderedCopy.with(this.i18nContent, locale, content);
			return this;
		}

		/**
		 * Sets the horizontal alignment. The default is left.
		 * @param textAlign horizontal alignment
		 * @return this builder
		 */
		public Builder textAlign(HorizontalAlign textAlign) {
			this.textAlign = textAlign;
			return this;
		}

		/**
		 * Sets the size of the text. The default is {@link TextSize#NORMAL}.
		 * @param textSize size of the text
		 * @return this builder
		 */
		public Builder textSize(TextSize textSize) {
			this.textSize = textSize;
			return this;
		}

		/**
		 * Sets the icon in front of the text. By default, there is none.
		 * @param icon icon in front of the text
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		@Override
		public Markdown build() {
			return new Markdown(this.content, this.i18nContent, this.textAlign, this.textSize, this.icon, null,
					this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
