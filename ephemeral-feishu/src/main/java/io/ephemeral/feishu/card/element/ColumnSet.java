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
 * @param columns columns from left to right
 * @param flexMode behavior on narrow screens; {@link FlexMode#NONE} when absent
 * @param horizontalSpacing space between the columns; 8 pixels when absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param backgroundStyle background color, which covers the colors of the columns;
 * {@link Color#DEFAULT} when absent
 * @param action page that a click opens; none when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for columns.
	 * @return a builder
	 */
	public static Builder<NestedElement> builder() {
		return new Builder<>();
	}

	/**
	 * Creates a builder for columns in a form. The columns may contain elements that only
	 * a form accepts.
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
	 * Builder for a {@link ColumnSet}. The columns may be in every place that accepts
	 * their elements.
	 *
	 * @param <E> type of the elements that the place accepts
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
		 * Sets the behavior on narrow screens. The default is {@link FlexMode#NONE}.
		 * @param flexMode behavior on narrow screens
		 * @return this builder
		 */
		public Builder<E> flexMode(FlexMode flexMode) {
			this.flexMode = flexMode;
			return this;
		}

		/**
		 * Sets the space between the columns. The default is 8 pixels.
		 * @param horizontalSpacing space between the columns
		 * @return this builder
		 */
		public Builder<E> horizontalSpacing(Spacing horizontalSpacing) {
			this.horizontalSpacing = horizontalSpacing;
			return this;
		}

		/**
		 * Sets the horizontal alignment. The default is left.
		 * @param horizontalAlign horizontal alignment
		 * @return this builder
		 */
		public Builder<E> horizontalAlign(HorizontalAlign horizontalAlign) {
			this.horizontalAlign = horizontalAlign;
			return this;
		}

		/**
		 * Sets the background color, which covers the colors of the columns. The default
		 * is {@link Color#DEFAULT}.
		 * @param backgroundStyle background color
		 * @return this builder
		 */
		public Builder<E> backgroundStyle(Color backgroundStyle) {
			this.backgroundStyle = backgroundStyle;
			return this;
		}

		/**
		 * Sets the page that a click opens. By default, there is none.
		 * @param action action that opens the page
		 * @return this builder
		 */
		public Builder<E> action(Action action) {
			this.action = action;
			return this;
		}

		/**
		 * Adds a column on the right.
		 * @param column builder for the column
		 * @return this builder
		 */
		public Builder<E> column(Column.Builder<? extends E> column) {
			this.columns.add(column.build());
			return this;
		}

		/** The cast is safe because a nested element may be in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new ColumnSet(this.columns, this.flexMode, this.horizontalSpacing, this.horizontalAlign,
					this.backgroundStyle, this.action, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

	/**
	 * Reaction to a click on a column or on a set of columns.
	 *
	 * @param multiUrl link to the page that opens
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Action(MultiUrl multiUrl, Map<String, JsonNode> unknown) implements CardPart {

		public Action {
			Check.required("multi_url", multiUrl);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates an action that opens a page.
		 * @param url link with {@code http} or {@code https}
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
	 * Behavior of columns on narrow screens.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum FlexMode {

		/**
		 * The columns keep their proportions.
		 */
		NONE,

		/**
		 * The columns are one below the other.
		 */
		STRETCH,

		/**
		 * The columns continue in the next row.
		 */
		FLOW,

		/**
		 * Each row has two columns.
		 */
		BISECT,

		/**
		 * Each row has three columns.
		 */
		TRISECT

	}

}
