package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A panel that opens and closes.
 *
 * @param header what is always shown
 * @param elements what is shown when it is open
 * @param direction {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing space between elements side by side; 8 pixels when absent
 * @param verticalSpacing space between elements above each other; 12 pixels when absent
 * @param horizontalAlign left when absent
 * @param verticalAlign top when absent
 * @param padding space inside the edge; none when absent
 * @param expanded whether it is open at first; closed when absent
 * @param backgroundColor background; none when absent
 * @param border line around it; none when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("collapsible_panel")
public record CollapsiblePanel(CollapsiblePanelHeader header, List<FormElement> elements, @Nullable Direction direction,
		@Nullable Spacing horizontalSpacing, @Nullable Spacing verticalSpacing,
		@Nullable HorizontalAlign horizontalAlign, @Nullable VerticalAlign verticalAlign, @Nullable Box padding,
		@Nullable Boolean expanded, @Nullable Color backgroundColor, @Nullable Border border,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public CollapsiblePanel {
		Check.required("header", header);
		elements = List.copyOf(elements);
		Check.elementId(elementId);
		unknown = Check.copy(unknown);
	}

	/**
	 * Starts a panel.
	 * @param header what is always shown
	 * @return a builder
	 */
	public static Builder<NestedElement> builder(CollapsiblePanelHeader header) {
		return new Builder<>(header);
	}

	/**
	 * Starts a panel that stands in a form, and may hold what only forms take.
	 * @param header what is always shown
	 * @return a builder
	 */
	public static Builder<FormElement> inForm(CollapsiblePanelHeader header) {
		return new Builder<>(header);
	}

	@Override
	public String toString() {
		return "CollapsiblePanel";
	}

	/**
	 * Options of a panel. It may stand wherever all that it holds may stand.
	 *
	 * @param <E> the place
	 */
	public static final class Builder<E extends FormElement> extends LayoutBuilder<E, Builder<E>>
			implements ElementBuilder<E> {

		private final CollapsiblePanelHeader header;

		private @Nullable Boolean expanded;

		private @Nullable Color backgroundColor;

		private @Nullable Border border;

		private Builder(CollapsiblePanelHeader header) {
			this.header = header;
		}

		/**
		 * Opens it at first.
		 * @return this builder
		 */
		public Builder<E> expanded() {
			this.expanded = true;
			return this;
		}

		/**
		 * Sets the background color.
		 * @param backgroundColor background
		 * @return this builder
		 */
		public Builder<E> backgroundColor(Color backgroundColor) {
			this.backgroundColor = backgroundColor;
			return this;
		}

		/**
		 * Sets the border.
		 * @param border line around it
		 * @return this builder
		 */
		public Builder<E> border(Border border) {
			this.border = border;
			return this;
		}

		/** A nested element may stand in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new CollapsiblePanel(this.header, List.copyOf(this.elements), this.direction,
					this.horizontalSpacing, this.verticalSpacing, this.horizontalAlign, this.verticalAlign,
					this.padding, this.expanded, this.backgroundColor, this.border, this.elementId, this.margin,
					Map.of());
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
