package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Group of inputs that are submitted together. A form must be directly in the body of a
 * card, and it needs a button that submits it.
 *
 * @param name name of the form, unique in the card
 * @param elements inputs, texts and buttons
 * @param direction direction of the elements; {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing horizontal space between elements; 8 pixels when absent
 * @param verticalSpacing vertical space between elements; 12 pixels when absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param verticalAlign vertical alignment; top when absent
 * @param padding space inside the edge; none when absent
 * @param fallback replacement shown by older clients; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("form")
public record Form(String name, List<FormElement> elements, @Nullable Direction direction,
		@Nullable Spacing horizontalSpacing, @Nullable Spacing verticalSpacing,
		@Nullable HorizontalAlign horizontalAlign, @Nullable VerticalAlign verticalAlign, @Nullable Box padding,
		@Nullable Fallback fallback, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements BodyElement {

	public Form {
		Check.required("name", name);
		Check.text("name", name);
		elements = List.copyOf(elements);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a form.
	 * @param name name of the form, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "Form";
	}

	/**
	 * Builder for a {@link Form}.
	 */
	public static final class Builder extends LayoutBuilder<FormElement, Builder> implements ElementBuilder<Form> {

		private final String name;

		private @Nullable Fallback fallback;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets the replacement shown by older clients. By default, they show nothing.
		 * @param fallback replacement text or {@link Fallback#DROP}
		 * @return this builder
		 */
		public Builder fallback(Fallback fallback) {
			this.fallback = fallback;
			return this;
		}

		@Override
		public Form build() {
			return new Form(this.name, this.elements, this.direction, this.horizontalSpacing, this.verticalSpacing,
					this.horizontalAlign, this.verticalAlign, this.padding, this.fallback, this.elementId, this.margin,
					this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
