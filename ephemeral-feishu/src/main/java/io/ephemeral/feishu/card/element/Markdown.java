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
 * Text in the platform's Markdown dialect: CommonMark, and tags such as
 * {@code <at id=…></at>}.
 *
 * @param content Markdown; text of other people must be escaped by
 * {@link MarkdownText#escape}; mentioning somebody in an ephemeral card notifies nobody
 * @param i18nContent what is shown instead to users of other languages; empty without
 * @param textAlign left when absent
 * @param textSize {@link TextSize#NORMAL} when absent
 * @param icon picture in front of the text; none when absent
 * @param message message that replaces the content before the card is sent; none when
 * absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Text in the platform's Markdown dialect.
	 * @param content Markdown
	 * @return the element
	 */
	public static Markdown of(String content) {
		return builder(content).build();
	}

	/**
	 * Markdown from the messages of the application, in the language of the viewer.
	 * Without a message of that code the text is the code.
	 * @param code code of the message
	 * @param arguments values of its placeholders, escaped where they are text
	 * @return the element
	 */
	public static Markdown message(String code, Object... arguments) {
		return new Markdown(code, Map.of(), null, null, null, Message.of(code, arguments), null, null, Map.of());
	}

	/**
	 * Starts a text in Markdown.
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
	 * Options of a text in Markdown.
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
		 * @param locale the language
		 * @param content Markdown
		 * @return this builder
		 */
		public Builder in(CardLocale locale, String content) {
			this.i18nContent = OrderedCopy.with(this.i18nContent, locale, content);
			return this;
		}

		/**
		 * Aligns the text.
		 * @param textAlign left
		 * @return this builder
		 */
		public Builder textAlign(HorizontalAlign textAlign) {
			this.textAlign = textAlign;
			return this;
		}

		/**
		 * Sets the size of the text.
		 * @param textSize {@link TextSize#NORMAL}
		 * @return this builder
		 */
		public Builder textSize(TextSize textSize) {
			this.textSize = textSize;
			return this;
		}

		/**
		 * Adds a picture in front of the text.
		 * @param icon picture in front of the text
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		@Override
		public Markdown build() {
			return new Markdown(this.content, this.i18nContent, this.textAlign, this.textSize, this.icon, null,
					this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
