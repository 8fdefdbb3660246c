package io.ephemeral.feishu.card.json;

/**
 * Properties with a value that belongs to the application or to VChart.
 */
public final class OpaqueProperties {

	private OpaqueProperties() {
	}

	/**
	 * Returns whether a property belongs to the application or to VChart.
	 * @param property name of the property in JSON
	 * @return true if the value has no meaning for the card
	 */
	public static boolean contains(String property) {
		return switch (property) {
			case "value", "chart_spec", "rows" -> true;
			default -> false;
		};
	}

}
