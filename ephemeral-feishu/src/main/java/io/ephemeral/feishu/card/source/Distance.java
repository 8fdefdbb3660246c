package io.ephemeral.feishu.card.source;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * Difference between two JSON trees.
 *
 * @param missing number of values that are absent
 * @param wrong number of values that should be others, or should be absent
 */
record Distance(int missing, int wrong) {

	private static final Distance NONE = new Distance(0, 0);

	static Distance between(JsonNode current, JsonNode target) {
		if (current.isMissingNode()) {
			return new Distance(target.isMissingNode() ? 0 : size(target), 0);
		}
		if (current.isObject() && target.isObject()) {
			return betweenObjects(current, target);
		}
		if (current.isArray() && target.isArray()) {
			return betweenArrays(current, target);
		}
		return areEqual(current, target) ? NONE : new Distance(0, size(current) + size(target));
	}

	private static boolean areEqual(JsonNode current, JsonNode target) {
		return (current.isNumber() && target.isNumber()) ? current.decimalValue().compareTo(target.decimalValue()) == 0
				: current.equals(target);
	}

	private static Distance betweenObjects(JsonNode current, JsonNode target) {
		Distance sum = NONE;
		for (Map.Entry<String, JsonNode> entry : target.properties()) {
			sum = sum.plus(between(current.path(entry.getKey()), entry.getValue()));
		}
		for (Map.Entry<String, JsonNode> entry : current.properties()) {
			if (!target.has(entry.getKey())) {
				sum = sum.plus(new Distance(0, size(entry.getValue())));
			}
		}
		return sum;
	}

	private static Distance betweenArrays(JsonNode current, JsonNode target) {
		Distance sum = NONE;
		for (int index = 0; index < Math.max(current.size(), target.size()); index++) {
			sum = sum.plus(target.has(index) ? between(current.path(index), target.get(index))
					: new Distance(0, size(current.get(index))));
		}
		return sum;
	}

	private static int size(JsonNode json) {
		return 1 + json.values().stream().mapToInt(Distance::size).sum();
	}

	private Distance plus(Distance other) {
		return new Distance(this.missing + other.missing, this.wrong + other.wrong);
	}

	boolean isNone() {
		return equals(NONE);
	}

	/** Returns whether more is right than before, and nothing more is wrong. */
	boolean isNearerThan(Distance other) {
		return this.wrong <= other.wrong && total() < other.total();
	}

	/** A wrong value is worse than a missing one, which a later call can add. */
	int total() {
		return this.missing + 3 * this.wrong;
	}

}
