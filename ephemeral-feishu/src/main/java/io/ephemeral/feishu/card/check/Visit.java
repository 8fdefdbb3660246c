package io.ephemeral.feishu.card.check;

import io.ephemeral.feishu.card.json.CardPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object with a tag, and its place in the card.
 *
 * @param path path of the walk, which is here while the visit lasts
 * @param tag its tag
 * @param node the object
 * @param depth number of containers from the top, this one included
 * @param form form around the object; none when absent
 * @param around tag of the next object around that has one
 */
record Visit(CardPath path, Tag tag, JsonNode node, int depth, @Nullable JsonNode form, Tag around) {

	static Visit ofCard(CardPath path, JsonNode card) {
		return new Visit(path, Tag.UNKNOWN, card, 0, null, Tag.UNKNOWN);
	}

	/**
	 * Goes on to an object within.
	 * @param tag its tag
	 * @param node the object
	 * @return the visit of that object
	 */
	Visit enter(Tag tag, JsonNode node) {
		return new Visit(this.path, tag, node, (tag.role() == Role.CONTAINER) ? this.depth + 1 : this.depth,
				(this.tag == Tag.FORM) ? this.node : this.form, this.tag);
	}

	Role role() {
		return this.tag.role();
	}

	/**
	 * The same place without a form: no document states what a form does to the buttons
	 * of a checker in it.
	 * @return a visit that differs in the form
	 */
	Visit outsideForm() {
		return new Visit(this.path, this.tag, this.node, this.depth, null, this.around);
	}

	boolean inForm() {
		return this.form != null;
	}

	/** The text of a property; empty if it is absent or no scalar. */
	String text(String property) {
		JsonNode value = this.node.get(property);
		return (value == null) ? "" : value.isString() ? value.stringValue() : value.asString("");
	}

	/** Whether a property is a scalar other than an empty text. */
	boolean isSet(String property) {
		return !text(property).isEmpty();
	}

	/** The path of the object. */
	String place() {
		return this.path.toString();
	}

	/** The path of a property of the object. */
	String place(String property) {
		return this.path.of(property);
	}

}
