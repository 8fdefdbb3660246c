package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table.
 *
 * @param name key of its values in the rows, unique in the table
 * @param displayName what the first row shows; empty when absent
 * @param width {@link Length#AUTO} (the default), from 80 to 600 pixels, or from 1 to 100
 * percent
 * @param verticalAlign center when absent
 * @param horizontalAlign left when absent, right for numbers
 * @param dataType what its cells hold
 * @param format how numbers are shown; as they are when absent
 * @param dateFormat how dates are shown, such as {@code YYYY/MM/DD HH:mm:ss}; the
 * client's choice when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record TableColumn(String name, @Nullable String displayName, @Nullable Length width,
		@Nullable VerticalAlign verticalAlign, @Nullable HorizontalAlign horizontalAlign, TableDataType dataType,
		@Nullable NumberFormat format, @Nullable String dateFormat, Map<String, JsonNode> unknown) implements CardPart {

	public TableColumn {
		Check.required("name", name);
		Check.required("data_type", dataType);
		Check.text("name", name);
		if (width == null || !width.inPercent()) {
			Check.length("width", width, 80, 600, Length.AUTO);
		}
		else {
			Check.that(width.number() >= 1 && width.number() <= 100, "width", "must be from 1% to 100%");
		}
		unknown = Check.copy(unknown);
	}

	/**
	 * A column of text.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @return the column
	 */
	public static TableColumn text(String name, String displayName) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.TEXT, null, null, Map.of());
	}

	/**
	 * A column of text with simple formatting.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @return the column
	 */
	public static TableColumn larkMarkdown(String name, String displayName) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.LARK_MD, null, null, Map.of());
	}

	/**
	 * A column of Markdown.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @return the column
	 */
	public static TableColumn markdown(String name, String displayName) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.MARKDOWN, null, null, Map.of());
	}

	/**
	 * A column of tags.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @return the column
	 */
	public static TableColumn options(String name, String displayName) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.OPTIONS, null, null, Map.of());
	}

	/**
	 * A column of people.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @return the column
	 */
	public static TableColumn persons(String name, String displayName) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.PERSONS, null, null, Map.of());
	}

	/**
	 * A column of numbers.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @param format how they are shown
	 * @return the column
	 */
	public static TableColumn number(String name, String displayName, NumberFormat format) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.NUMBER, format, null, Map.of());
	}

	/**
	 * A column of dates.
	 * @param name key of its values in the rows
	 * @param displayName what the first row shows
	 * @param format such as {@code YYYY/MM/DD HH:mm:ss}
	 * @return the column
	 */
	public static TableColumn date(String name, String displayName, String format) {
		return new TableColumn(name, displayName, null, null, null, TableDataType.DATE, null, format, Map.of());
	}

	/**
	 * Sets the width.
	 * @param width {@link Length#AUTO}, from 80 to 600 pixels, or from 1 to 100 percent
	 * @return a column that differs in the width
	 */
	public TableColumn width(Length width) {
		return new TableColumn(this.name, this.displayName, width, this.verticalAlign, this.horizontalAlign,
				this.dataType, this.format, this.dateFormat, this.unknown);
	}

	/**
	 * Aligns its cells.
	 * @param horizontal from left to right
	 * @param vertical from top to bottom
	 * @return a column that differs in the alignment
	 */
	public TableColumn align(HorizontalAlign horizontal, VerticalAlign vertical) {
		return new TableColumn(this.name, this.displayName, this.width, vertical, horizontal, this.dataType,
				this.format, this.dateFormat, this.unknown);
	}

	@Override
	public String toString() {
		return "TableColumn";
	}

}
