package io.ephemeral.feishu.card.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.rule.CardViolation;
import tools.jackson.databind.JsonNode;

/**
 * Order of violations: the order of their places in the card, no matter which check finds
 * them first.
 */
final class CardOrder {

	private final Map<String, Integer> positions = new HashMap<>();

	private final CardPath path = new CardPath();

	private CardOrder(JsonNode card) {
		visit(card);
	}

	static void sort(List<CardViolation> violations, JsonNode card) {
		if (violations.size() > 1) {
			CardOrder order = new CardOrder(card);
			violations.sort(Comparator.comparingInt((violation) -> order.position(violation.path())));
		}
	}

	private void visit(JsonNode node) {
		this.positions.putIfAbsent(this.path.toString(), this.positions.size());
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			this.path.enter(property.getKey());
			visit(property.getValue());
			this.path.leave();
		}
		if (node.isArray()) {
			for (int index = 0; index < node.size(); index++) {
				this.path.enter(index);
				visit(node.get(index));
				this.path.leave();
			}
		}
	}

	/** Returns the position in the card. A missing property has that of its object. */
	private int position(String path) {
		Integer position = this.positions.get(path);
		return (position != null) ? position : position(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
	}

}
