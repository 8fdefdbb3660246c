package io.ephemeral.feishu.card.check;

import java.util.regex.Pattern;

import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Values that a cell of a table accepts, by the {@code data_type} of its column. A scalar
 * of a neighboring type is not known to be refused.
 */
final class TableCell {

	private static final Pattern NUMBER = Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");

	private TableCell() {
	}

	/**
	 * Finds the rule that a cell breaks.
	 * @param cell the value in the row
	 * @param dataType that of its column
	 * @return the rule; null if the cell fits, or nothing is known about the type
	 */
	static @Nullable CardRule brokenRule(JsonNode cell, String dataType) {
		if (cell.isNull()) {
			return CardRule.NULL_VALUE;
		}
		return switch (dataType) {
			case "text", "lark_md", "markdown" -> brokenRule(cell.isString(), cell.isContainer());
			case "number" -> brokenRule(cell.isNumber(), cell.isContainer() || isNoNumber(cell));
			case "date" -> brokenRule(cell.isNumber(), cell.isContainer() || cell.isString());
			case "options" -> brokenRule(isOptions(cell), true);
			case "persons" -> brokenRule(isIds(cell), cell.isObject() || hasContainer(cell));
			default -> null;
		};
	}

	private static @Nullable CardRule brokenRule(boolean fits, boolean refused) {
		if (fits) {
			return null;
		}
		return refused ? CardRule.TABLE_CELL : CardRule.INVALID_VALUE;
	}

	private static boolean isNoNumber(JsonNode cell) {
		return cell.isString() && !NUMBER.matcher(cell.stringValue()).matches();
	}

	private static boolean isOptions(JsonNode cell) {
		return cell.isArray() && cell.valueStream()
			.allMatch((option) -> option.isObject() && option.hasNonNull("text") && !option.path("text").isContainer());
	}

	private static boolean isIds(JsonNode cell) {
		return cell.isString() || (cell.isArray() && cell.valueStream().allMatch(JsonNode::isString));
	}

	private static boolean hasContainer(JsonNode cell) {
		return cell.valueStream().anyMatch(JsonNode::isContainer);
	}

}
