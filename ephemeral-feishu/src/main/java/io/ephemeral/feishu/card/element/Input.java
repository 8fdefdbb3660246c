package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A text field.
 *
 * @param name key of the value in {@code form_value}, unique in the card
 * @param label text beside the field; none when absent
 * @param placeholder text in the empty field, at most 100 characters; none when absent
 * @param required whether the client refuses to send the form without it; not required
 * when absent
 * @param maxLength most characters, from 1 to 1000; 1000 when absent
 */
@JsonTypeName("input")
public record Input(String name, @Nullable PlainText label, @Nullable PlainText placeholder, @Nullable Boolean required,
		@Nullable Integer maxLength) implements NestedElement {

	public Input {
		Assert.hasText(name, "'name' of an input must not be blank");
		Assert.isTrue(placeholder == null || placeholder.content().length() <= 100,
				"'placeholder' of an input must have at most 100 characters");
		Assert.isTrue(maxLength == null || (maxLength >= 1 && maxLength <= 1000),
				"'max_length' of an input must be from 1 to 1000");
	}

	/**
	 * Starts a text field.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Options of a text field.
	 */
	public static final class Builder implements ElementBuilder<Input> {

		private final String name;

		private @Nullable PlainText label;

		private @Nullable PlainText placeholder;

		private @Nullable Boolean required;

		private @Nullable Integer maxLength;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets the text beside the field.
		 * @param label plain text
		 * @return this builder
		 */
		public Builder label(String label) {
			this.label = PlainText.of(label);
			return this;
		}

		/**
		 * Sets the text in the empty field.
		 * @param placeholder plain text of at most 100 characters
		 * @return this builder
		 */
		public Builder placeholder(String placeholder) {
			this.placeholder = PlainText.of(placeholder);
			return this;
		}

		/**
		 * Makes the client refuse to send the form while the field is empty.
		 * @return this builder
		 */
		public Builder required() {
			this.required = true;
			return this;
		}

		/**
		 * Limits what can be typed.
		 * @param maxLength most characters, from 1 to 1000
		 * @return this builder
		 */
		public Builder maxLength(int maxLength) {
			this.maxLength = maxLength;
			return this;
		}

		@Override
		public Input build() {
			return new Input(this.name, this.label, this.placeholder, this.required, this.maxLength);
		}

	}

}
