package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a table shows numbers.
 *
 * @param precision digits behind the point, from 0 to 10; all when absent
 * @param symbol currency, one character; none when absent
 * @param separator whether thousands are set apart by commas; not when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record NumberFormat(@Nullable Integer precision, @Nullable String symbol, @Nullable Boolean separator,
		Map<String, JsonNode> unknown) implements CardPart {

	public NumberFormat {
		Check.range("precision", precision, 0, 10);
		Check.that(symbol == null || symbol.codePointCount(0, symbol.length()) <= 1, "symbol", "must be one character");
		unknown = Check.copy(unknown);
	}

	/**
	 * The digits behind the point.
	 * @param precision from 0 to 10
	 * @return the format, without a currency
	 */
	public static NumberFormat precision(int precision) {
		return new NumberFormat(precision, null, null, Map.of());
	}

	/**
	 * Adds a currency.
	 * @param symbol one character
	 * @return a format that differs in the currency
	 */
	public NumberFormat symbol(String symbol) {
		return new NumberFormat(this.precision, symbol, this.separator, this.unknown);
	}

	/**
	 * Sets thousands apart by commas.
	 * @return a format that differs in the separator
	 */
	public NumberFormat separated() {
		return new NumberFormat(this.precision, this.symbol, true, this.unknown);
	}

	@Override
	public String toString() {
		return "NumberFormat";
	}

}
