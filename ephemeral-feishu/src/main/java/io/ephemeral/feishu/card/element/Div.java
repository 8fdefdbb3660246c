package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Block of text.
 *
 * @param text plain text or text with simple formatting; none when absent
 * @param icon icon in front of the text; none when absent
 * @param width width: {@link Length#FILL} (the default), {@link Length#AUTO}, or from 16
 * to 999 pixels
 * @param fields texts in the style of JSON 1.0; may be empty
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("div")
public record Div(@Nullable Text text, @Nullable Icon icon, @Nullable Length width,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> fields, @Nullable String elementId,
		@Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Div {
		Check.length("width", width, 16, 999, Length.FILL, Length.AUTO);
		fields = List.copyOf(fields);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a block of plain text.
	 * @param content text to show
	 * @return the block
	 */
	public static Div of(String content) {
		return of(PlainText.of(content));
	}

	/**
	 * Creates a block of text.
	 * @param text plain text or text with simple formatting
	 * @return the block
	 */
	public static Div of(Text text) {
		return builder(text).build();
	}

	/**
	 * Creates a builder for a block of text.
	 * @param text plain text or text with simple formatting
	 * @return a builder
	 */
	public static Builder builder(Text text) {
		return new Builder(text);
	}

	@Override
	public String toString() {
		return "Div";
	}

	/**
	 * Builder for a {@link Div}.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Div> {

		private final Text text;

		private @Nullable Icon icon;

		private @Nullable Length width;

		private Builder(Text text) {
			this.text = text;
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

		/**
		 * Sets the width. The default is {@link Length#FILL}.
		 * @param width width: {@link Length#FILL}, {@link Length#AUTO}, or from 16 to 999
		 * pixels
		 * @return this builder
		 */
		public Builder width(Length width) {
			this.width = width;
			return this;
		}

		@Override
		public Div build() {
			return new Div(this.text, this.icon, this.width, List.of(), this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Text of a {@link Div} in the style of JSON 1.0. New cards should use a
	 * {@link ColumnSet}.
	 *
	 * @param shortField whether two fields are side by side; false when absent
	 * @param text plain text or text with simple formatting
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Field(@JsonProperty("is_short") @Nullable Boolean shortField, Text text,
			Map<String, JsonNode> unknown) implements CardPart {

		public Field {
			Check.required("text", text);
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "Field";
		}

	}

}
