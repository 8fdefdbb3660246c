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
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Column of a {@link ColumnSet}.
 *
 * @param elements elements of the column
 * @param direction direction of the elements; {@link Direction#VERTICAL} when absent
 * @param horizontalSpacing horizontal space between elements; 8 pixels when absent
 * @param verticalSpacing vertical space between elements; 8 pixels when absent
 * @param horizontalAlign horizontal alignment; left when absent
 * @param verticalAlign vertical alignment; top when absent
 * @param padding space inside the edge; none when absent
 * @param width width: {@link Length#AUTO} (the default), {@link Length#WEIGHTED}, or from
 * 16 to 600 pixels (clients from version 7.4 on, with {@link ColumnSet.FlexMode#NONE}
 * only)
 * @param weight share of the width of a weighted column, from 1 to 5; 1 when absent
 * @param backgroundStyle background color; {@link Color#DEFAULT} when absent
 * @param action page that a click on the column opens; none when absent
 * @param elementId unique id in the card; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("column")
public record Column(List<FormElement> elements, @Nullable Direction direction, @Nullable Spacing horizontalSpacing,
		@Nullable Spacing verticalSpacing, @Nullable HorizontalAlign horizontalAlign,
		@Nullable VerticalAlign verticalAlign, @Nullable Box padding, @Nullable Length width, @Nullable Integer weight,
		@Nullable Color backgroundStyle, ColumnSet.@Nullable Action action, @Nullable String elementId,
		@Nullable Box margin, Map<String, JsonNode> unknown) implements Tagged {

	public Column {
		elements = List.copyOf(elements);
		Check.length("width", width, 16, 600, Length.AUTO, Length.WEIGHTED);
		Check.range("weight", weight, 1, 5);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a column.
	 * @return a builder
	 */
	public static Builder<NestedElement> builder() {
		return new Builder<>();
	}

	/**
	 * Creates a builder for a column in a form. The column may contain elements that only
	 * a form accepts.
	 * @return a builder
	 */
	public static Builder<FormElement> inForm() {
		return new Builder<>();
	}

	@Override
	public String toString() {
		return "Column";
	}

	/**
	 * Builder for a {@link Column}.
	 *
	 * @param <E> type of the elements in the column
	 */
	public static final class Builder<E extends FormElement> extends LayoutBuilder<E, Builder<E>> {

		private @Nullable Length width;

		private @Nullable Integer weight;

		private @Nullable Color backgroundStyle;

		private ColumnSet.@Nullable Action action;

		private Builder() {
		}

		/**
		 * Sets the width. The default is {@link Length#AUTO}.
		 * @param width width: {@link Length#AUTO}, or from 16 to 600 pixels
		 * @return this builder
		 */
		public Builder<E> width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Makes the column a weighted column, which shares the width with the other
		 * columns.
		 * @param weight share of the width, from 1 to 5
		 * @return this builder
		 */
		public Builder<E> weight(int weight) {
			this.width = Length.WEIGHTED;
			this.weight = weight;
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
		 * Sets the page that a click on the column opens. By default, there is none.
		 * @param action action that opens the page
		 * @return this builder
		 */
		public Builder<E> action(ColumnSet.Action action) {
			this.action = action;
			return this;
		}

		/**
		 * Builds the column.
		 * @return a new column
		 * @throws InvalidPropertyException if a property is out of its range
		 */
		Column build() {
			return new Column(List.copyOf(this.elements), this.direction, this.horizontalSpacing, this.verticalSpacing,
					this.horizontalAlign, this.verticalAlign, this.padding, this.width, this.weight,
					this.backgroundStyle, this.action, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
