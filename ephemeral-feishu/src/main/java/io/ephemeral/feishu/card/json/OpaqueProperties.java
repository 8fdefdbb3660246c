package io.ephemeral.feishu.card.json;

/**
 * Properties that hold what belongs to the application or to VChart.
 */
public final class OpaqueProperties {

	private OpaqueProperties() {
	}

	/**
	 * Returns whether a property is one of them.
	 * @param property name in JSON
	 * @return true if the value has no meaning for the card
	 */
	public static boolean contains(String property) {
		return switch (property) {
			case "value", "chart_spec", "rows" -> true;
			default -> false;
		};
	}

}
