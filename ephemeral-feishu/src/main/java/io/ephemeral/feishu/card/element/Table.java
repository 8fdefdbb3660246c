package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.TextSize;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Table. It must be directly in the body of a card, and a card can have at most five
 * tables.
 *
 * @param columns columns from left to right; clients show at most 50
 * @param rows rows with their values by the names of the columns
 * @param pageSize number of rows on a page, from 1 to 10; 5 when absent
 * @param rowHeight height of the rows: {@link Length#LOW} (the default),
 * {@link Length#MIDDLE}, {@link Length#HIGH}, {@link Length#AUTO} (clients from 7.33 on),
 * or from 32 to 124 pixels
 * @param rowMaxHeight maximum height of rows with {@link Length#AUTO}, from 32 to 999
 * pixels; 124 pixels when absent
 * @param freezeFirstColumn whether the first column stays in place while the others
 * scroll; false when absent
 * @param headerStyle style of the header row; the client's default when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("table")
public record Table(List<Column> columns, List<Map<String, JsonNode>> rows, @Nullable Integer pageSize,
		@Nullable Length rowHeight, @Nullable Length rowMaxHeight, @Nullable Boolean freezeFirstColumn,
		@Nullable HeaderStyle headerStyle, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements BodyElement {

	public Table {
		columns = List.copyOf(columns);
		rows = rows.stream().map(OrderedCopy::of).toList();
		Check.range("page_size", pageSize, 1, 10);
		Check.length("row_height", rowHeight, 32, 124, Length.LOW, Length.MIDDLE, Length.HIGH, Length.AUTO);
		Check.length("row_max_height", rowMaxHeight, 32, 999);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a table.
	 * @param columns columns from left to right
	 * @return a builder
	 */
	public static Builder builder(Column... columns) {
		return new Builder(columns);
	}

	@Override
	public String toString() {
		return "Table";
	}

	/**
	 * Builder for a {@link Table}.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Table> {

		private final List<Column> columns = new ArrayList<>();

		private final List<Map<String, JsonNode>> rows = new ArrayList<>();

		private @Nullable Integer pageSize;

		private @Nullable Length rowHeight;

		private @Nullable Length rowMaxHeight;

		private @Nullable Boolean freezeFirstColumn;

		private @Nullable HeaderStyle headerStyle;

		private Builder(Column... columns) {
			this.columns.addAll(List.of(columns));
		}

		/**
		 * Sets the number of rows on a page. The default is 5.
		 * @param pageSize number of rows, from 1 to 10
		 * @return this builder
		 */
		public Builder pageSize(int pageSize) {
			this.pageSize = pageSize;
			return this;
		}

		/**
		 * Sets the height of the rows. The default is {@link Length#LOW}.
		 * @param rowHeight height of the rows: {@link Length#LOW}, {@link Length#MIDDLE},
		 * {@link Length#HIGH}, {@link Length#AUTO} (clients from 7.33 on), or from 32 to
		 * 124 pixels
		 * @return this builder
		 */
		public Builder rowHeight(Length rowHeight) {
			this.rowHeight = rowHeight;
			return this;
		}

		/**
		 * Sets the maximum height of rows with {@link Length#AUTO}. The default is 124
		 * pixels.
		 * @param rowMaxHeight maximum height, from 32 to 999 pixels
		 * @return this builder
		 */
		public Builder rowMaxHeight(Length rowMaxHeight) {
			this.rowMaxHeight = rowMaxHeight;
			return this;
		}

		/**
		 * Sets whether the first column stays in place while the others scroll. The
		 * default is {@code false}.
		 * @param freezeFirstColumn whether the first column stays in place
		 * @return this builder
		 */
		public Builder freezeFirstColumn(boolean freezeFirstColumn) {
			this.freezeFirstColumn = freezeFirstColumn;
			return this;
		}

		/**
		 * Sets the style of the header row.
		 * @param headerStyle style of the header row
		 * @return this builder
		 */
		public Builder headerStyle(HeaderStyle headerStyle) {
			this.headerStyle = headerStyle;
			return this;
		}

		/**
		 * Adds a row after the others.
		 * @param values values by the names of the columns: texts, numbers, {@link Option
		 * options}, or lists of them
		 * @return this builder
		 */
		public Builder row(Map<String, ?> values) {
			Map<String, JsonNode> row = new LinkedHashMap<>();
			values.forEach((column, value) -> row.put(column, CardMapper.tree(value)));
			this.rows.add(row);
			return this;
		}

		@Override
		public Table build() {
			return new Table(this.columns, this.rows, this.pageSize, this.rowHeight, this.rowMaxHeight,
					this.freezeFirstColumn, this.headerStyle, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Column of a table.
	 *
	 * @param name key of the values in the rows, unique in the table
	 * @param displayName title in the header row; empty when absent
	 * @param width width: {@link Length#AUTO} (the default), from 80 to 600 pixels, or
	 * from 1 to 100 percent
	 * @param verticalAlign vertical alignment; center when absent
	 * @param horizontalAlign horizontal alignment; when absent, right for numbers and
	 * left for other values
	 * @param dataType type of the values
	 * @param format format of numbers; unformatted when absent
	 * @param dateFormat format of dates, such as {@code YYYY/MM/DD HH:mm:ss}; the
	 * client's default when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Column(String name, @Nullable String displayName, @Nullable Length width,
			@Nullable VerticalAlign verticalAlign, @Nullable HorizontalAlign horizontalAlign, DataType dataType,
			@Nullable NumberFormat format, @Nullable String dateFormat,
			Map<String, JsonNode> unknown) implements CardPart {

		public Column {
			Check.required("name", name);
			Check.required("data_type", dataType);
			Check.text("name", name);
			if (width == null || !width.inPercent()) {
				Check.length("width", width, 80, 600, Length.AUTO);
			}
			else {
				Check.that(width.number() >= 1 && width.number() <= 100, "width", "must be from 1% to 100%");
			}
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates a column of text.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @return the column
		 */
		public static Column text(String name, String displayName) {
			return new Column(name, displayName, null, null, null, DataType.TEXT, null, null, Map.of());
		}

		/**
		 * Creates a column of text with simple formatting.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @return the column
		 */
		public static Column larkMarkdown(String name, String displayName) {
			return new Column(name, displayName, null, null, null, DataType.LARK_MD, null, null, Map.of());
		}

		/**
		 * Creates a column of Markdown.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @return the column
		 */
		public static Column markdown(String name, String displayName) {
			return new Column(name, displayName, null, null, null, DataType.MARKDOWN, null, null, Map.of());
		}

		/**
		 * Creates a column of tags.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @return the column
		 */
		public static Column options(String name, String displayName) {
			return new Column(name, displayName, null, null, null, DataType.OPTIONS, null, null, Map.of());
		}

		/**
		 * Creates a column of people.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @return the column
		 */
		public static Column persons(String name, String displayName) {
			return new Column(name, displayName, null, null, null, DataType.PERSONS, null, null, Map.of());
		}

		/**
		 * Creates a column of numbers.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @param format format of the numbers
		 * @return the column
		 */
		public static Column number(String name, String displayName, NumberFormat format) {
			return new Column(name, displayName, null, null, null, DataType.NUMBER, format, null, Map.of());
		}

		/**
		 * Creates a column of dates.
		 * @param name key of the values in the rows
		 * @param displayName title in the header row
		 * @param format format of the dates, such as {@code YYYY/MM/DD HH:mm:ss}
		 * @return the column
		 */
		public static Column date(String name, String displayName, String format) {
			return new Column(name, displayName, null, null, null, DataType.DATE, null, format, Map.of());
		}

		/**
		 * Sets the width. The default is {@link Length#AUTO}.
		 * @param width width: {@link Length#AUTO}, from 80 to 600 pixels, or from 1 to
		 * 100 percent
		 * @return a copy of this column with the width
		 */
		public Column width(Length width) {
			return new Column(this.name, this.displayName, width, this.verticalAlign, this.horizontalAlign,
					this.dataType, this.format, this.dateFormat, this.unknown);
		}

		/**
		 * Sets the alignment of the cells.
		 * @param horizontal horizontal alignment
		 * @param vertical vertical alignment
		 * @return a copy of this column with the alignment
		 */
		public Column align(HorizontalAlign horizontal, VerticalAlign vertical) {
			return new Column(this.name, this.displayName, this.width, vertical, horizontal, this.dataType, this.format,
					this.dateFormat, this.unknown);
		}

		@Override
		public String toString() {
			return "Column";
		}

	}

	/**
	 * Type of the values in a column.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum DataType {

		/**
		 * A string.
		 */
		TEXT,

		/**
		 * A string with simple formatting; clients from version 7.10 on.
		 */
		LARK_MD,

		/**
		 * A string of Markdown; clients from version 7.14 on.
		 */
		MARKDOWN,

		/**
		 * A number.
		 */
		NUMBER,

		/**
		 * A list of {@link Option options}.
		 */
		OPTIONS,

		/**
		 * The id of a user, or a list of ids.
		 */
		PERSONS,

		/**
		 * A number of milliseconds since 1970; clients from version 7.6 on.
		 */
		DATE

	}

	/**
	 * Style of the header row of a table.
	 *
	 * @param textAlign horizontal alignment; left when absent
	 * @param textSize size of the text: {@link TextSize#NORMAL} (the default) or
	 * {@link TextSize#HEADING}
	 * @param backgroundStyle background color: {@code none} (the default) or {@code grey}
	 * @param textColor color of the text: {@code default} (the default) or {@code grey}
	 * @param bold whether the text is bold; true when absent
	 * @param lines maximum number of lines, at least 1; 1 when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record HeaderStyle(@Nullable HorizontalAlign textAlign, @Nullable TextSize textSize,
			@Nullable Color backgroundStyle, @Nullable Color textColor, @Nullable Boolean bold, @Nullable Integer lines,
			Map<String, JsonNode> unknown) implements CardPart {

		public HeaderStyle {
			Check.range("lines", lines, 1, Integer.MAX_VALUE);
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "HeaderStyle";
		}

	}

	/**
	 * Option in a cell of a table, shown as a tag.
	 *
	 * @param text text of the tag
	 * @param color color of the tag; blue when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Option(String text, @Nullable Color color, Map<String, JsonNode> unknown) implements CardPart {

		public Option {
			Check.required("text", text);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates an option.
		 * @param text text of the tag
		 * @param color color of the tag
		 * @return the option
		 */
		public static Option of(String text, Color color) {
			return new Option(text, color, Map.of());
		}

		@Override
		public String toString() {
			return "Option";
		}

	}

	/**
	 * Format of the numbers in a table.
	 *
	 * @param precision number of decimal places, from 0 to 10; all when absent
	 * @param symbol currency symbol of one character; none when absent
	 * @param separator whether commas separate thousands; false when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record NumberFormat(@Nullable Integer precision, @Nullable String symbol, @Nullable Boolean separator,
			Map<String, JsonNode> unknown) implements CardPart {

		public NumberFormat {
			Check.range("precision", precision, 0, 10);
			Check.that(symbol == null || symbol.codePointCount(0, symbol.length()) <= 1, "symbol",
					"must be one character");
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates a format with a number of decimal places.
		 * @param precision number of decimal places, from 0 to 10
		 * @return the format, without a currency symbol
		 */
		public static NumberFormat precision(int precision) {
			return new NumberFormat(precision, null, null, Map.of());
		}

		/**
		 * Sets the currency symbol.
		 * @param symbol symbol of one character
		 * @return a copy of this format with the symbol
		 */
		public NumberFormat symbol(String symbol) {
			return new NumberFormat(this.precision, symbol, this.separator, this.unknown);
		}

		/**
		 * Separates thousands with commas.
		 * @return a copy of this format with the separator
		 */
		public NumberFormat separated() {
			return new NumberFormat(this.precision, this.symbol, true, this.unknown);
		}

		@Override
		public String toString() {
			return "NumberFormat";
		}

	}

}
