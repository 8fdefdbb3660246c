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
	 * Starts a panel.
	 * @param header what is always shown
	 * @return a builder
	 */
	public static Builder<NestedElement> builder(Header header) {
		return new Builder<>(header);
	}

	/**
	 * Starts a panel that stands in a form, and may hold what only forms take.
	 * @param header what is always shown
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
	 * Options of a panel. It may stand wherever all that it holds may stand.
	 *
	 * @param <E> the place
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

	/**
	 * The header of a {@link CollapsiblePanel}.
	 *
	 * @param title plain text or Markdown; none when absent
	 * @param backgroundColor background; none when absent
	 * @param width {@link HeaderWidth#FILL} when absent
	 * @param verticalAlign center when absent
	 * @param padding space inside the edge; none, or {@code 4px 8px} with a border or
	 * background, when absent
	 * @param position in official samples, such as {@code top}; its effect is not
	 * documented
	 * @param icon picture that turns when the panel opens; an arrow when absent
	 * @param iconPosition {@link IconPosition#RIGHT} when absent
	 * @param iconExpandedAngle how far the icon turns: -180, -90, 90 or 180 (the default)
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
		 * A header with a title.
		 * @param title plain text or Markdown
		 * @return the header
		 */
		public static Header of(Title title) {
			return new Header(title, null, null, null, null, null, null, null, null, Map.of());
		}

		/**
		 * Sets the background.
		 * @param color its color
		 * @return a header that differs in the background
		 */
		public Header backgroundColor(Color color) {
			return new Header(this.title, color, this.width, this.verticalAlign, this.padding, this.position, this.icon,
					this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the width.
		 * @param width how wide it is
		 * @return a header that differs in the width
		 */
		public Header width(HeaderWidth width) {
			return new Header(this.title, this.backgroundColor, width, this.verticalAlign, this.padding, this.position,
					this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the space inside the edge.
		 * @param padding from 0 to 99 pixels
		 * @return a header that differs in the padding
		 */
		public Header padding(Box padding) {
			return new Header(this.title, this.backgroundColor, this.width, this.verticalAlign, padding, this.position,
					this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
		}

		/**
		 * Sets the picture that turns when the panel opens.
		 * @param icon the picture
		 * @param position where it stands
		 * @param expandedAngle how far it turns: -180, -90, 90 or 180
		 * @return a header that differs in the icon
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
	 * How wide the header of a panel is.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum HeaderWidth {

		FILL,

		AUTO,

		/**
		 * As wide as its text while the panel is closed; clients from version 7.32 on.
		 */
		AUTO_WHEN_FOLD

	}

	/**
	 * Where the icon of a panel's header stands.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum IconPosition {

		LEFT, RIGHT, FOLLOW_TEXT

	}

	/**
	 * The title of a {@link CollapsiblePanel}.
	 */
	public sealed interface Title extends Tagged permits Markdown, PlainText {

	}

}
