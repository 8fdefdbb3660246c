package io.ephemeral.feishu.card.check;

import java.util.HashMap;
import java.util.Map;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks of the rows of tables.
 */
final class TableChecks implements CardCheck {

	@Override
	public void visit(Visit visit, Violations violations) {
		if (visit.tag() == Tag.TABLE) {
			checkRows(visit.path(), visit.node().path("rows"), dataTypes(visit.node()), violations);
		}
	}

	private static Map<String, String> dataTypes(JsonNode table) {
		Map<String, String> types = new HashMap<>();
		table.path("columns")
			.forEach((column) -> types.put(column.path("name").asString(""), column.path("data_type").asString("")));
		return types;
	}

	private static void checkRows(CardPath path, JsonNode rows, Map<String, String> dataTypes, Violations violations) {
		path.enter("rows");
		for (int index = 0; rows.isArray() && index < rows.size(); index++) {
			path.enter(index);
			for (Map.Entry<String, JsonNode> cell : rows.get(index).properties()) {
				path.enter(cell.getKey());
				checkCell(path, cell.getValue(), dataTypes.get(cell.getKey()), violations);
				path.leave();
			}
			path.leave();
		}
		path.leave();
	}

	private static void checkCell(CardPath path, JsonNode cell, @Nullable String dataType, Violations violations) {
		if (dataType == null) {
			violations.add(path.toString(), CardRule.TABLE_COLUMN,
					"is a value for a column that the table does not have");
			return;
		}
		CardRule broken = TableCell.brokenRule(cell, dataType);
		if (broken != null) {
			violations.add(path.toString(), broken, "does not fit a column of the data_type " + dataType);
		}
	}

}
