package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A container that can be pressed as a whole. What is interactive inside wins. Without
 * behaviors it is a frame.
 *
 * @param behaviors what happens when it is pressed; nothing when empty
 * @param elements what it holds
 * @param direction {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing space between elements side by side; 8 pixels when absent
 * @param verticalSpacing space between elements above each other; 4 or 12 pixels (the
 * documents disagree) when absent
 * @param horizontalAlign left when absent
 * @param verticalAlign top when absent
 * @param padding space inside the edge; {@code 4px 12px} when absent
 * @param width {@link Length#FILL} (the default), {@link Length#AUTO}, or from 16 to 999
 * pixels
 * @param height {@link Length#AUTO} (the default), or from 10 to 999 pixels
 * @param backgroundStyle background; {@link Color#DEFAULT} when absent
 * @param hasBorder whether it has a border; not when absent
 * @param borderColor color of the border; grey when absent
 * @param cornerRadius in pixels or percent; none when absent
 * @param hoverTips text shown on computers when the pointer rests on it; none when absent
 * @param disabled whether it cannot be pressed; it can when absent
 * @param disabledTips text shown when it is pressed while disabled; none when absent
 * @param confirm question before anything happens; none when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("interactive_container")
public record InteractiveContainer(@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors,
		List<FormElement> elements, @Nullable Direction direction, @Nullable Spacing horizontalSpacing,
		@Nullable Spacing verticalSpacing, @Nullable HorizontalAlign horizontalAlign,
		@Nullable VerticalAlign verticalAlign, @Nullable Box padding, @Nullable Length width, @Nullable Length height,
		@Nullable Color backgroundStyle, @Nullable Boolean hasBorder, @Nullable Color borderColor,
		@Nullable Length cornerRadius, @Nullable PlainText hoverTips, @Nullable Boolean disabled,
		@Nullable PlainText disabledTips, @Nullable Confirm confirm, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public InteractiveContainer {
		behaviors = List.copyOf(behaviors);
		elements = List.copyOf(elements);
		Check.length("width", width, 16, 999, Length.FILL, Length.AUTO);
		Check.length("height", height, 10, 999, Length.AUTO);
		Check.radius("corner_radius", cornerRadius);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Starts a container that can be pressed, or a mere frame.
	 * @param behaviors what happens when it is pressed; none for a frame
	 * @return a builder
	 */
	public static Builder<NestedElement> builder(Behavior... behaviors) {
		return new Builder<>(behaviors);
	}

	/**
	 * Starts a container that stands in a form, and may hold what only forms take.
	 * @param behaviors what happens when it is pressed; none for a frame
	 * @return a builder
	 */
	public static Builder<FormElement> inForm(Behavior... behaviors) {
		return new Builder<>(behaviors);
	}

	@Override
	public String toString() {
		return "InteractiveContainer";
	}

	/**
	 * Options of a container that can be pressed. It may stand wherever all that it holds
	 * may stand.
	 *
	 * @param <E> the place
	 */
	public static final class Builder<E extends FormElement> extends LayoutBuilder<E, Builder<E>>
			implements ElementBuilder<E> {

		private final List<Behavior> behaviors = new ArrayList<>();

		private @Nullable Length width;

		private @Nullable Length height;

		private @Nullable Color backgroundStyle;

		private @Nullable Boolean hasBorder;

		private @Nullable Color borderColor;

		private @Nullable Length cornerRadius;

		private @Nullable PlainText hoverTips;

		private @Nullable Boolean disabled;

		private @Nullable PlainText disabledTips;

		private @Nullable Confirm confirm;

		private Builder(Behavior... behaviors) {
			this.behaviors.addAll(List.of(behaviors));
		}

		/**
		 * Sets the width.
		 * @param width {@link Length#FILL}, {@link Length#AUTO}, or from 16 to 999 pixels
		 * @return this builder
		 */
		public Builder<E> width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Sets the height.
		 * @param height {@link Length#AUTO}, or from 10 to 999 pixels
		 * @return this builder
		 */
		public Builder<E> height(Length height) {
			this.height = height;
			return this;
		}

		/**
		 * Sets the background style.
		 * @param backgroundStyle background
		 * @return this builder
		 */
		public Builder<E> backgroundStyle(Color backgroundStyle) {
			this.backgroundStyle = backgroundStyle;
			return this;
		}

		/**
		 * Draws a border.
		 * @param color its color
		 * @return this builder
		 */
		public Builder<E> border(Color color) {
			this.hasBorder = true;
			this.borderColor = color;
			return this;
		}

		/**
		 * Sets the corner radius.
		 * @param cornerRadius in pixels or percent
		 * @return this builder
		 */
		public Builder<E> cornerRadius(Length cornerRadius) {
			this.cornerRadius = cornerRadius;
			return this;
		}

		/**
		 * Sets the text shown on computers when the pointer rests on it.
		 * @param hoverTips plain text
		 * @return this builder
		 */
		public Builder<E> hoverTips(String hoverTips) {
			return hoverTips(PlainText.of(hoverTips));
		}

		/**
		 * Sets the text shown on computers when the pointer rests on it.
		 * @param hoverTips text shown on computers when the pointer rests on it
		 * @return this builder
		 */
		public Builder<E> hoverTips(PlainText hoverTips) {
			this.hoverTips = hoverTips;
			return this;
		}

		/**
		 * Shows it, but lets nobody press it.
		 * @return this builder
		 */
		public Builder<E> disabled() {
			this.disabled = true;
			return this;
		}

		/**
		 * Sets the text shown when it is pressed while disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder<E> disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown when it is pressed while disabled.
		 * @param disabledTips text shown when it is pressed while disabled
		 * @return this builder
		 */
		public Builder<E> disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Asks before anything happens.
		 * @param title of the question
		 * @param text the question
		 * @return this builder
		 */
		public Builder<E> confirm(String title, String text) {
			this.confirm = Confirm.of(title, text);
			return this;
		}

		/** A nested element may stand in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new InteractiveContainer(this.behaviors, List.copyOf(this.elements), this.direction,
					this.horizontalSpacing, this.verticalSpacing, this.horizontalAlign, this.verticalAlign,
					this.padding, this.width, this.height, this.backgroundStyle, this.hasBorder, this.borderColor,
					this.cornerRadius, this.hoverTips, this.disabled, this.disabledTips, this.confirm, this.elementId,
					this.margin, Map.of());
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
