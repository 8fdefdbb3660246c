package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table. It stands in the body of a card only; a card takes five.
 *
 * @param columns from left to right; clients show 50
 * @param rows values by the names of the columns
 * @param pageSize rows of a page, from 1 to 10; 5 when absent
 * @param rowHeight {@link Length#LOW} (the default), {@link Length#MIDDLE},
 * {@link Length#HIGH}, {@link Length#AUTO} (clients from 7.33 on), or from 32 to 124
 * pixels
 * @param rowMaxHeight greatest height of rows of {@link Length#AUTO}, from 32 to 999
 * pixels; 124 pixels when absent
 * @param freezeFirstColumn whether the first column stays while the others scroll; not
 * when absent
 * @param headerStyle looks of the first row; the client's when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("table")
public record Table(List<TableColumn> columns, List<Map<String, JsonNode>> rows, @Nullable Integer pageSize,
		@Nullable Length rowHeight, @Nullable Length rowMaxHeight, @Nullable Boolean freezeFirstColumn,
		@Nullable TableHeaderStyle headerStyle, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements BodyElement {

	public Table {
		columns = List.copyOf(columns);
		rows = rows.stream().map(Check::copy).toList();
		Check.range("page_size", pageSize, 1, 10);
		Check.length("row_height", rowHeight, 32, 124, Length.LOW, Length.MIDDLE, Length.HIGH, Length.AUTO);
		Check.length("row_max_height", rowMaxHeight, 32, 999);
		Check.elementId(elementId);
		unknown = Check.copy(unknown);
	}

	/**
	 * Starts a table.
	 * @param columns from left to right
	 * @return a builder
	 */
	public static Builder builder(TableColumn... columns) {
		return new Builder(columns);
	}

	@Override
	public String toString() {
		return "Table";
	}

	/**
	 * Options of a table.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Table> {

		private final List<TableColumn> columns = new ArrayList<>();

		private final List<Map<String, JsonNode>> rows = new ArrayList<>();

		private @Nullable Integer pageSize;

		private @Nullable Length rowHeight;

		private @Nullable Length rowMaxHeight;

		private @Nullable Boolean freezeFirstColumn;

		private @Nullable TableHeaderStyle headerStyle;

		private Builder(TableColumn... columns) {
			this.columns.addAll(List.of(columns));
		}

		/**
		 * Sets the page size.
		 * @param pageSize rows of a page, from 1 to 10
		 * @return this builder
		 */
		public Builder pageSize(int pageSize) {
			this.pageSize = pageSize;
			return this;
		}

		/**
		 * Sets the row height.
		 * @param rowHeight {@link Length#LOW}, {@link Length#MIDDLE},
		 * {@link Length#HIGH}, {@link Length#AUTO} (clients from 7.33 on), or from 32 to
		 * 124 pixels
		 * @return this builder
		 */
		public Builder rowHeight(Length rowHeight) {
			this.rowHeight = rowHeight;
			return this;
		}

		/**
		 * Sets the row max height.
		 * @param rowMaxHeight greatest height of rows of {@link Length#AUTO}, from 32 to
		 * 999 pixels
		 * @return this builder
		 */
		public Builder rowMaxHeight(Length rowMaxHeight) {
			this.rowMaxHeight = rowMaxHeight;
			return this;
		}

		/**
		 * Says whether the first column stays while the others scroll.
		 * @param freezeFirstColumn whether the first column stays while the others scroll
		 * @return this builder
		 */
		public Builder freezeFirstColumn(boolean freezeFirstColumn) {
			this.freezeFirstColumn = freezeFirstColumn;
			return this;
		}

		/**
		 * Sets the header style.
		 * @param headerStyle looks of the first row
		 * @return this builder
		 */
		public Builder headerStyle(TableHeaderStyle headerStyle) {
			this.headerStyle = headerStyle;
			return this;
		}

		/**
		 * Adds a row below the others.
		 * @param values by the names of the columns: text, number, {@link TableOption},
		 * or a list of them
		 * @return this builder
		 */
		public Builder row(Map<String, ?> values) {
			Map<String, JsonNode> row = new LinkedHashMap<>();
			values.forEach((column, value) -> row.put(column, Check.json(value)));
			this.rows.add(row);
			return this;
		}

		@Override
		public Table build() {
			return new Table(this.columns, this.rows, this.pageSize, this.rowHeight, this.rowMaxHeight,
					this.freezeFirstColumn, this.headerStyle, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
