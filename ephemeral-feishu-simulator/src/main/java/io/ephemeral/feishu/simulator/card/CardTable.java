package io.ephemeral.feishu.simulator.card;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Rows of a table. Their cells must have the types of their columns.
 */
final class CardTable {

	private final CardElement table;

	private final Map<String, String> types = new HashMap<>();

	CardTable(CardElement table) {
		this.table = table;
		for (JsonNode column : table.json().path("columns")) {
			this.types.put(column.path("name").stringValue(""), column.path("data_type").stringValue(""));
		}
	}

	void check() {
		JsonNode rows = this.table.json().path("rows");
		for (int i = 0; i < rows.size(); i++) {
			CardPlace row = this.table.at("rows").item(i, rows.path(i));
			rows.path(i).properties().forEach((cell) -> checkCell(cell.getKey(), cell.getValue(), row));
		}
	}

	private void checkCell(String column, JsonNode cell, CardPlace row) {
		String type = this.types.get(column);
		CardPlace place = row.property(column);
		if (type == null) {
			place.refuse(CardError.TABLE_COLUMN, "has no column of that name");
		}
		else if (!cell.isNull() && !suits(type, cell)) {
			place.refuse(CardError.TABLE_CELL, "does not suit the data_type " + type);
		}
	}

	/**
	 * Returns whether the platform accepts a cell. It converts some scalars.
	 */
	private static boolean suits(String type, JsonNode cell) {
		return switch (type) {
			case "text", "lark_md", "markdown" -> !cell.isContainer();
			case "number" -> !cell.isContainer() && (!cell.isString() || isNumber(cell.stringValue()));
			case "date" -> !cell.isContainer() && !cell.isString();
			case "options" -> cell.isArray() && cell.valueStream().allMatch(CardTable::isOption);
			case "persons" ->
				!cell.isObject() && (!cell.isArray() || cell.valueStream().noneMatch(JsonNode::isContainer));
			default -> true;
		};
	}

	private static boolean isOption(JsonNode option) {
		return option.hasNonNull("text") && !option.path("text").isContainer();
	}

	private static boolean isNumber(String text) {
		try {
			new BigDecimal(text);
			return true;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
