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
 * Container that reacts to a click as a whole. Interactive components inside the
 * container take precedence. Without behaviors, the container is only a frame.
 *
 * @param behaviors reactions to a click; may be empty
 * @param elements elements of the container
 * @param direction direction of the elements; {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing horizontal space between elements; 8 pixels when absent
 * @param verticalSpacing vertical space between elements; 4 or 12 pixels (the documents
 * disagree) when absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param verticalAlign vertical alignment; top when absent
 * @param padding space inside the edge; {@code 4px 12px} when absent
 * @param width width: {@link Length#FILL} (the default), {@link Length#AUTO}, or from 16
 * to 999 pixels
 * @param height height: {@link Length#AUTO} (the default), or from 10 to 999 pixels
 * @param backgroundStyle background color; {@link Color#DEFAULT} when absent
 * @param hasBorder whether the container has a border; false when absent
 * @param borderColor color of the border; grey when absent
 * @param cornerRadius radius of the corners in pixels or percent; none when absent
 * @param hoverTips text shown on computers when the pointer rests on the component; none
 * when absent
 * @param disabled whether the container is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param confirm confirmation dialog shown first; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for a container that reacts to a click, or for a frame.
	 * @param behaviors reactions to a click; none for a frame
	 * @return a builder
	 */
	public static Builder<NestedElement> builder(Behavior... behaviors) {
		return new Builder<>(behaviors);
	}

	/**
	 * Creates a builder for a container in a form. The container may contain elements
	 * that only a form accepts.
	 * @param behaviors reactions to a click; none for a frame
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
	 * Builder for an {@link InteractiveContainer}. The container may be in every place
	 * that accepts its elements.
	 *
	 * @param <E> type of the elements that the place accepts
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
		 * Sets the width. The default is {@link Length#FILL}.
		 * @param width width: {@link Length#FILL}, {@link Length#AUTO}, or from 16 to 999
		 * pixels
		 * @return this builder
		 */
		public Builder<E> width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Sets the height. The default is {@link Length#AUTO}.
		 * @param height height: {@link Length#AUTO}, or from 10 to 999 pixels
		 * @return this builder
		 */
		public Builder<E> height(Length height) {
			this.height = height;
			return this;
		}

		/**
		 * Sets the background color. The default is {@link Color#DEFAULT}.
		 * @param backgroundStyle background color
		 * @return this builder
		 */
		public Builder<E> backgroundStyle(Color backgroundStyle) {
			this.backgroundStyle = backgroundStyle;
			return this;
		}

		/**
		 * Sets a border. By default, there is none.
		 * @param color color of the border
		 * @return this builder
		 */
		public Builder<E> border(Color color) {
			this.hasBorder = true;
			this.borderColor = color;
			return this;
		}

		/**
		 * Sets the radius of the corners. The default is no radius.
		 * @param cornerRadius radius of the corners in pixels or percent
		 * @return this builder
		 */
		public Builder<E> cornerRadius(Length cornerRadius) {
			this.cornerRadius = cornerRadius;
			return this;
		}

		/**
		 * Sets the text shown on computers when the pointer rests on the component.
		 * @param hoverTips plain text
		 * @return this builder
		 */
		public Builder<E> hoverTips(String hoverTips) {
			return hoverTips(PlainText.of(hoverTips));
		}

		/**
		 * Sets the text shown on computers when the pointer rests on the component.
		 * @param hoverTips text shown on computers when the pointer rests on the
		 * component
		 * @return this builder
		 */
		public Builder<E> hoverTips(PlainText hoverTips) {
			this.hoverTips = hoverTips;
			return this;
		}

		/**
		 * Disables the container, which remains visible.
		 * @return this builder
		 */
		public Builder<E> disabled() {
			return disabled(true);
		}

		/**
		 * Sets whether the component is disabled. By default, it is not.
		 * @param disabled whether the component is disabled
		 * @return this builder
		 */
		public Builder<E> disabled(boolean disabled) {
			this.disabled = disabled;
			return this;
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder<E> disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips text shown on a click while the component is disabled
		 * @return this builder
		 */
		public Builder<E> disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Sets the confirmation dialog that is shown first. By default, there is none.
		 * @param title title of the dialog
		 * @param text question of the dialog
		 * @return this builder
		 */
		public Builder<E> confirm(String title, String text) {
			this.confirm = Confirm.of(title, text);
			return this;
		}

		/** The cast is safe because a nested element may be in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new InteractiveContainer(this.behaviors, List.copyOf(this.elements), this.direction,
					this.horizontalSpacing, this.verticalSpacing, this.horizontalAlign, this.verticalAlign,
					this.padding, this.width, this.height, this.backgroundStyle, this.hasBorder, this.borderColor,
					this.cornerRadius, this.hoverTips, this.disabled, this.disabledTips, this.confirm, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
