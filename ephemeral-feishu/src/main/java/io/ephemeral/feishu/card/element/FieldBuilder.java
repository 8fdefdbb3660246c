package io.ephemeral.feishu.card.element;

import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;

/**
 * Base class for builders of components with a value.
 *
 * @param <B> type of the builder
 */
abstract class FieldBuilder<B extends FieldBuilder<B>> extends InteractiveBuilder<B> {

	@Nullable Boolean required;

	@Nullable Boolean disabled;

	@Nullable PlainText placeholder;

	@Nullable Length width;

	FieldBuilder() {
	}

	/**
	 * Requires a value before the client submits the form.
	 * @return this builder
	 */
	public B required() {
		return required(true);
	}

	/**
	 * Sets whether the client requires a value before it submits the form. The default is
	 * {@code false}.
	 * @param required whether a value is required
	 * @return this builder
	 */
	public B required(boolean required) {
		this.required = required;
		return self();
	}

	/**
	 * Disables the field, which remains visible.
	 * @return this builder
	 */
	public B disabled() {
		return disabled(true);
	}

	/**
	 * Sets whether the component is disabled. By default, it is not.
	 * @param disabled whether the component is disabled
	 * @return this builder
	 */
	public B disabled(boolean disabled) {
		this.disabled = disabled;
		return self();
	}

	/**
	 * Sets the text shown in the empty field. By default, there is none.
	 * @param placeholder plain text of at most 100 characters
	 * @return this builder
	 */
	public B placeholder(String placeholder) {
		return placeholder(PlainText.of(placeholder));
	}

	/**
	 * Sets the text shown in the empty field. By default, there is none.
	 * @param placeholder text of at most 100 characters
	 * @return this builder
	 */
	public B placeholder(PlainText placeholder) {
		this.placeholder = placeholder;
		return self();
	}

	/**
	 * Sets the width.
	 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least 100
	 * pixels
	 * @return this builder
	 */
	public B width(Length width) {
		this.width = width;
		return self();
	}

}
