package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeName;

import org.springframework.util.Assert;

/**
 * Inputs that are sent together. It stands in the body of a card only, and needs a button
 * that submits.
 *
 * @param name unique in the card
 * @param elements inputs, texts and buttons from top to bottom
 */
@JsonTypeName("form")
public record Form(String name, List<FormElement> elements) implements BodyElement {

	public Form {
		Assert.hasText(name, "'name' of a form must not be blank");
		elements = List.copyOf(elements);
	}

	/**
	 * Starts a form.
	 * @param name unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Puts a form together from top to bottom.
	 */
	public static final class Builder implements ElementBuilder<Form> {

		private final String name;

		private final List<FormElement> elements = new ArrayList<>();

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Adds an element below the others.
		 * @param element what may stand in a form
		 * @return this builder
		 */
		public Builder add(FormElement element) {
			this.elements.add(element);
			return this;
		}

		/**
		 * Builds an element and adds it below the others.
		 * @param element builder of what may stand in a form
		 * @return this builder
		 */
		public Builder add(ElementBuilder<? extends FormElement> element) {
			return add(element.build());
		}

		@Override
		public Form build() {
			return new Form(this.name, this.elements);
		}

	}

}
