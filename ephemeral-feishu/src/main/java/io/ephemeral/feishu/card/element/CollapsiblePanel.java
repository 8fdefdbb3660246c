package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Panel that a user can open and close.
 *
 * @param header header, which is always visible
 * @param elements content of the open panel
 * @param direction direction of the elements; {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing horizontal space between elements; 8 pixels when absent
 * @param verticalSpacing vertical space between elements; 12 pixels when absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param verticalAlign vertical alignment; top when absent
 * @param padding space inside the edge; none when absent
 * @param expanded whether the panel is open initially; false when absent
 * @param backgroundColor background color; none when absent
 * @param border border of the panel; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("collapsible_panel")
public record CollapsiblePanel(Header header, List<FormElement> elements, @Nullable Direction direction,
		@Nullable Spacing horizontalSpacing, @Nullable Spacing verticalSpacing,
		@Nullable HorizontalAlign horizontalAlign, @Nullable VerticalAlign verticalAlign, @Nullable Box padding,
		@Nullable Boolean expanded, @Nullable Color backgroundColor, @Nullable Border border,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public CollapsiblePanel {
		Check.required("header", header);
		elements = List.copyOf(elements);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a panel.
	 * @param header header, which is always visible
	 * @return a builder
	 */
	public static Builder<NestedElement> builder(Header header) {
		return new Builder<>(header);
	}

	/**
	 * Creates a builder for a panel in a form. The panel may contain elements that only a
	 * form accepts.
	 * @param header header, which is always visible
	 * @return a builder
	 */
	public static Builder<FormElement> inForm(Header header) {
		return new Builder<>(header);
	}

	@Override
	public String toString() {
		return "CollapsiblePanel";
	}

	/**
	 * Builder for a {@link CollapsiblePanel}. The panel may be in every place that
	 * accepts its elements.
	 *
	 * @param <E> type of the elements that the place accepts
	 */
	public static final class Builder<E extends FormElement> extends LayoutBuilder<E, Builder<E>>
			implements ElementBuilder<E> {

		private final Header header;

		private @Nullable Boolean expanded;

		private @Nullable Color backgroundColor;

		private @Nullable Border border;

		private Builder(Header header) {
			this.header = header;
		}

		/**
		 * Opens the panel initially.
		 * @return this builder
		 */
		public Builder<E> expanded() {
			return expanded(true);
		}

		/**
		 * Sets whether the panel is open initially. By default, it is not.
		 * @param expanded whether the panel is open initially
		 * @return this builder
		 */
		public Builder<E> expanded(boolean expanded) {
			this.expanded = expanded;
			return this;
		}

		/**
		 * Sets the background color. By default, there is none.
		 * @param backgroundColor background color
		 * @return this builder
		 */
		public Builder<E> backgroundColor(Color backgroundColor) {
			this.backgroundColor = backgroundColor;
			return this;
		}

		/**
		 * Sets the border. By default, there is none.
		 * @param border border of the component
		 * @return this builder
		 */
		public Builder<E> border(Border border) {
			this.border = border;
			return this;
		}

		/** The cast is safe because a nested element may be in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new CollapsiblePanel(this.header, List.copyOf(this.elements), this.direction,
					this.horizontalSpacing, this.verticalSpacing, this.horizontalAlign, this.verticalAlign,
					this.padding, this.expanded, this.backgroundColor, this.border, this.elementId, this.margin,
					this.unknown);
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

	/**
	 * Header of a {@link CollapsiblePanel}.
	 *
	 * @param title title in plain text or Markdown; none when absent
	 * @param backgroundColor background color; none when absent
	 * @param width width of the header; {@link HeaderWidth#FILL} when absent
	 * @param verticalAlign vertical alignment; center when absent
	 * @param padding space inside the edge; when absent, {@code 4px 8px} with a border or
	 * background, and none otherwise
	 * @param position position in official samples, such as {@code top}; its effect is
	 * not documented
	 * @param icon icon that rotates when the panel opens; an arrow when absent
	 * @param iconPosition position of the icon; {@link IconPosition#RIGHT} when absent
	 * @param iconExpandedAngle rotation of the icon in degrees: -180, -90, 90 or 180 (the
	 * default)
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Header(@Nullable Title title, @Nullable Color backgroundColor, @Nullable HeaderWidth width,
			@Nullable VerticalAlign verticalAlign, @Nullable Box padding, @Nullable String position,
			@Nullable Icon icon, @Nullable IconPosition iconPosition, @Nullable Integer iconExpandedAngle,
			Map<String, JsonNode> unknown) implements CardPart {

		public Header {
			Check.that(iconExpandedAngle == null || List.of(-180, -90, 90, 180).contains(iconExpandedAngle),
					"icon_expanded_angle", "must be -180, -90, 90 or 180");
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates a header with a title.
		 * @param title title in plain text or Markdown
		 * @return the header
		 */
		public static Header of(Title title) {
			return new Header(title, null, null, null, null, null, null, null, null, Map.of());
		}

		/**
		 * Sets the background color. By default, there is none.
		 * @param color background color
		 * @return a copy of this header with the background color
		 */
		public Header backgroundColor(Color color) {
			return new Header(this.title, color, this.width, this.verticalAlign, this.padding, this.position, this.icon,
					this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the width. The default is {@link HeaderWidth#FILL}.
		 * @param width width of the header
		 * @return a copy of this header with the width
		 */
		public Header width(HeaderWidth width) {
			return new Header(this.title, this.backgroundColor, width, this.verticalAlign, this.padding, this.position,
					this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the space inside the edge.
		 * @param padding space from 0 to 99 pixels
		 * @return a copy of this header with the space
		 */
		public Header padding(Box padding) {
			return new Header(this.title, this.backgroundColor, this.width, this.verticalAlign, padding, this.position,
					this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the icon that rotates when the panel opens. The default is an arrow.
		 * @param icon icon of the header
		 * @param position position of the icon
		 * @param expandedAngle rotation of the icon in degrees: -180, -90, 90 or 180
		 * @return a copy of this header with the icon
		 */
		public Header icon(Icon icon, IconPosition position, int expandedAngle) {
			return new Header(this.title, this.backgroundColor, this.width, this.verticalAlign, this.padding,
					this.position, icon, position, expandedAngle, this.unknown);
		}

		@Override
		public String toString() {
			return "Header";
		}

	}

	/**
	 * Width of the header of a panel.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum HeaderWidth {

		FILL,

		AUTO,

		/**
		 * Width of the text while the panel is closed; clients from version 7.32 on.
		 */
		AUTO_WHEN_FOLD

	}

	/**
	 * Position of the icon in the header of a panel.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum IconPosition {

		LEFT, RIGHT, FOLLOW_TEXT

	}

	/**
	 * Title of a {@link CollapsiblePanel}.
	 */
	public sealed interface Title extends Tagged permits Markdown, PlainText {

	}

}
