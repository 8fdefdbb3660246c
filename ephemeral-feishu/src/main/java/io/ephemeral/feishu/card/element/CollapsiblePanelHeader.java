package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The header of a {@link CollapsiblePanel}.
 *
 * @param title plain text or Markdown; none when absent
 * @param backgroundColor background; none when absent
 * @param width {@link PanelHeaderWidth#FILL} when absent
 * @param verticalAlign center when absent
 * @param padding space inside the edge; none, or {@code 4px 8px} with a border or
 * background, when absent
 * @param position in official samples, such as {@code top}; its effect is not documented
 * @param icon picture that turns when the panel opens; an arrow when absent
 * @param iconPosition {@link IconPosition#RIGHT} when absent
 * @param iconExpandedAngle how far the icon turns: -180, -90, 90 or 180 (the default)
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record CollapsiblePanelHeader(@Nullable PanelTitle title, @Nullable Color backgroundColor,
		@Nullable PanelHeaderWidth width, @Nullable VerticalAlign verticalAlign, @Nullable Box padding,
		@Nullable String position, @Nullable Icon icon, @Nullable IconPosition iconPosition,
		@Nullable Integer iconExpandedAngle, Map<String, JsonNode> unknown) implements CardPart {

	public CollapsiblePanelHeader {
		Check.that(iconExpandedAngle == null || List.of(-180, -90, 90, 180).contains(iconExpandedAngle),
				"icon_expanded_angle", "must be -180, -90, 90 or 180");
		unknown = Check.copy(unknown);
	}

	/**
	 * A header with a title.
	 * @param title plain text or Markdown
	 * @return the header
	 */
	public static CollapsiblePanelHeader of(PanelTitle title) {
		return new CollapsiblePanelHeader(title, null, null, null, null, null, null, null, null, Map.of());
	}

	/**
	 * Sets the background.
	 * @param color its color
	 * @return a header that differs in the background
	 */
	public CollapsiblePanelHeader backgroundColor(Color color) {
		return new CollapsiblePanelHeader(this.title, color, this.width, this.verticalAlign, this.padding,
				this.position, this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
	}

	/**
	 * Sets the width.
	 * @param width how wide it is
	 * @return a header that differs in the width
	 */
	public CollapsiblePanelHeader width(PanelHeaderWidth width) {
		return new CollapsiblePanelHeader(this.title, this.backgroundColor, width, this.verticalAlign, this.padding,
				this.position, this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
	}

	/**
	 * Sets the space inside the edge.
	 * @param padding from 0 to 99 pixels
	 * @return a header that differs in the padding
	 */
	public CollapsiblePanelHeader padding(Box padding) {
		return new CollapsiblePanelHeader(this.title, this.backgroundColor, this.width, this.verticalAlign, padding,
				this.position, this.icon, this.iconPosition, this.iconExpandedAngle, this.unknown);
	}

	/**
	 * Sets the picture that turns when the panel opens.
	 * @param icon the picture
	 * @param position where it stands
	 * @param expandedAngle how far it turns: -180, -90, 90 or 180
	 * @return a header that differs in the icon
	 */
	public CollapsiblePanelHeader icon(Icon icon, IconPosition position, int expandedAngle) {
		return new CollapsiblePanelHeader(this.title, this.backgroundColor, this.width, this.verticalAlign,
				this.padding, this.position, icon, position, expandedAngle, this.unknown);
	}

	@Override
	public String toString() {
		return "CollapsiblePanelHeader";
	}

}
