package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;

/**
 * The options of components that hold a value.
 *
 * @param <B> the builder itself
 */
abstract class FieldBuilder<B extends FieldBuilder<B>> extends InteractiveBuilder<B> {

	@Nullable Boolean required;

	@Nullable Boolean disabled;

	@Nullable PlainText placeholder;

	@Nullable Length width;

	FieldBuilder() {
	}

	/**
	 * Makes the client refuse to send the form while the field is empty.
	 * @return this builder
	 */
	public B required() {
		return required(true);
	}

	/**
	 * Sets whether the client refuses to send the form while the field is empty.
	 * @param required whether it must be filled
	 * @return this builder
	 */
	public B required(boolean required) {
		this.required = required;
		return self();
	}

	/**
	 * Shows the field, but takes no input.
	 * @return this builder
	 */
	public B disabled() {
		this.disabled = true;
		return self();
	}

	/**
	 * Sets the text in the empty field.
	 * @param placeholder plain text of at most 100 characters
	 * @return this builder
	 */
	public B placeholder(String placeholder) {
		return placeholder(PlainText.of(placeholder));
	}

	/**
	 * Sets the text in the empty field.
	 * @param placeholder text of at most 100 characters
	 * @return this builder
	 */
	public B placeholder(PlainText placeholder) {
		this.placeholder = placeholder;
		return self();
	}

	/**
	 * Sets the width.
	 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and more
	 * @return this builder
	 */
	public B width(Length width) {
		this.width = width;
		return self();
	}

}
