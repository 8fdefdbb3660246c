package io.ephemeral.feishu.card.check;

import java.util.Map;

import io.ephemeral.feishu.card.json.CardPath;
import io.ephemeral.feishu.card.json.OpaqueProperties;
import tools.jackson.databind.JsonNode;

/**
 * One walk through a card, which brings the checks to each object with a tag. It also
 * counts the bytes of the card.
 */
final class CardWalk {

	private final JsonNode card;

	private final AllChecks checks;

	private final Violations violations;

	private final CardPath path = new CardPath();

	private int size;

	CardWalk(JsonNode card, AllChecks checks, Violations violations) {
		this.card = card;
		this.checks = checks;
		this.violations = violations;
	}

	/** Visits the whole card. */
	void visitCard() {
		visitProperties(this.card, Visit.ofCard(this.path, this.card));
	}

	/** Visits a part of the card. */
	void visit(String... path) {
		JsonNode node = this.card;
		for (String property : path) {
			this.path.enter(property);
			node = node.path(property);
		}
		visit(node, Visit.ofCard(this.path, this.card));
		for (int step = 0; step < path.length; step++) {
			this.path.leave();
		}
	}

	/** Ends the checks, which then report what only the whole shows. */
	void end() {
		this.checks.end(this.violations);
	}

	/** The bytes of what was visited, written as JSON. */
	int size() {
		return this.size;
	}

	private void visit(JsonNode node, Visit around) {
		if (node.isObject()) {
			JsonNode tag = node.get("tag");
			visitProperties(node, (tag != null && tag.isString() && !tag.stringValue().isEmpty())
					? check(around.enter(Tag.of(tag.stringValue()), node)) : around);
		}
		else if (node.isArray()) {
			visitElements(node, around);
		}
		else {
			this.size += JsonSize.of(node);
		}
	}

	private Visit check(Visit visit) {
		this.checks.visit(visit, this.violations);
		return visit;
	}

	private void visitElements(JsonNode array, Visit around) {
		this.size += JsonSize.around(array);
		for (int index = 0; index < array.size(); index++) {
			this.path.enter(index);
			visit(array.get(index), around);
			this.path.leave();
		}
	}

	private void visitProperties(JsonNode object, Visit visit) {
		this.size += JsonSize.around(object);
		for (Map.Entry<String, JsonNode> property : object.properties()) {
			String name = property.getKey();
			JsonNode value = property.getValue();
			this.size += JsonSize.of(name) + 1;
			if (value.isString()) {
				this.size += JsonSize.of(value.stringValue());
				this.checks.checkProperty(this.path, name, value.stringValue(), this.violations);
			}
			else if (!value.isContainer() || OpaqueProperties.contains(name) || name.startsWith("i18n_")) {
				this.size += JsonSize.of(value);
			}
			else {
				this.path.enter(name);
				visit(value, name.equals("button_area") ? visit.outsideForm() : visit);
				this.path.leave();
			}
		}
	}

}
