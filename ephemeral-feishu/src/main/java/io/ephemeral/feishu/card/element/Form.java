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
 * Inputs that are sent together. It stands in the body of a card only, and needs a button
 * that submits.
 *
 * @param name unique in the card
 * @param elements inputs, texts and buttons
 * @param direction {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing space between elements side by side; 8 pixels when absent
 * @param verticalSpacing space between elements above each other; 12 pixels when absent
 * @param horizontalAlign left when absent
 * @param verticalAlign top when absent
 * @param padding space inside the edge; none when absent
 * @param fallback what older clients show; nothing when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a form.
	 * @param name unique in the card
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
	 * Options of a form.
	 */
	public static final class Builder extends LayoutBuilder<FormElement, Builder> implements ElementBuilder<Form> {

		private final String name;

		private @Nullable Fallback fallback;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets the fallback.
		 * @param fallback what older clients show
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
					Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
