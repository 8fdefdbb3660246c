package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Columns side by side.
 *
 * @param columns from left to right
 * @param flexMode what happens on a narrow screen; {@link FlexMode#NONE} when absent
 * @param horizontalSpacing space between the columns; 8 pixels when absent
 * @param horizontalAlign left when absent
 * @param backgroundStyle background; it covers that of the columns; {@link Color#DEFAULT}
 * when absent
 * @param action page to open when it is pressed; none when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("column_set")
public record ColumnSet(List<Column> columns, @Nullable FlexMode flexMode, @Nullable Spacing horizontalSpacing,
		@Nullable HorizontalAlign horizontalAlign, @Nullable Color backgroundStyle, @Nullable Action action,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public ColumnSet {
		columns = List.copyOf(columns);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Starts columns.
	 * @return a builder
	 */
	public static Builder<NestedElement> builder() {
		return new Builder<>();
	}

	/**
	 * Starts columns that stands in a form, and may hold what only forms take.
	 * @return a builder
	 */
	public static Builder<FormElement> inForm() {
		return new Builder<>();
	}

	@Override
	public String toString() {
		return "ColumnSet";
	}

	/**
	 * Options of columns. It may stand wherever all that it holds may stand.
	 *
	 * @param <E> the place
	 */
	public static final class Builder<E extends FormElement> extends ComponentBuilder<Builder<E>>
			implements ElementBuilder<E> {

		private final List<Column> columns = new ArrayList<>();

		private @Nullable FlexMode flexMode;

		private @Nullable Spacing horizontalSpacing;

		private @Nullable HorizontalAlign horizontalAlign;

		private @Nullable Color backgroundStyle;

		private @Nullable Action action;

		private Builder() {
		}

		/**
		 * Sets the flex mode.
		 * @param flexMode what happens on a narrow screen
		 * @return this builder
		 */
		public Builder<E> flexMode(FlexMode flexMode) {
			this.flexMode = flexMode;
			return this;
		}

		/**
		 * Sets the horizontal spacing.
		 * @param horizontalSpacing space between the columns
		 * @return this builder
		 */
		public Builder<E> horizontalSpacing(Spacing horizontalSpacing) {
			this.horizontalSpacing = horizontalSpacing;
			return this;
		}

		/**
		 * Sets the horizontal align.
		 * @param horizontalAlign left
		 * @return this builder
		 */
		public Builder<E> horizontalAlign(HorizontalAlign horizontalAlign) {
			this.horizontalAlign = horizontalAlign;
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
		 * Sets the action.
		 * @param action page to open when it is pressed
		 * @return this builder
		 */
		public Builder<E> action(Action action) {
			this.action = action;
			return this;
		}

		/**
		 * Adds a column at the right.
		 * @param column what it holds
		 * @return this builder
		 */
		public Builder<E> column(Column.Builder<? extends E> column) {
			this.columns.add(column.build());
			return this;
		}

		/** A nested element may stand in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new ColumnSet(this.columns, this.flexMode, this.horizontalSpacing, this.horizontalAlign,
					this.backgroundStyle, this.action, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

	/**
	 * What happens when a column, or a set of them, is pressed.
	 *
	 * @param multiUrl page to open
	 * @param unknown properties as they came that are not modelled, or whose value is not
	 */
	public record Action(MultiUrl multiUrl, Map<String, JsonNode> unknown) implements CardPart {

		public Action {
			Check.required("multi_url", multiUrl);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Opens a page.
		 * @param url a link with {@code http} or {@code https}
		 * @return the action
		 */
		public static Action openUrl(String url) {
			return new Action(MultiUrl.of(url), Map.of());
		}

		@Override
		public String toString() {
			return "Action";
		}

	}

	/**
	 * What happens to columns on a narrow screen.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum FlexMode {

		/**
		 * They keep their proportions.
		 */
		NONE,

		/**
		 * They stand above each other.
		 */
		STRETCH,

		/**
		 * They go on in the next row.
		 */
		FLOW,

		/**
		 * Two in a row.
		 */
		BISECT,

		/**
		 * Three in a row.
		 */
		TRISECT

	}

}
