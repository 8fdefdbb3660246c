package io.ephemeral.feishu.simulator.card;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Object with a tag: a component, a text, or a part of one.
 *
 * @param containers tags of the containers around it, from the outermost
 */
record CardElement(String tag, JsonNode json, CardPlace place, List<String> containers) {

	/** Parts of components; the documents do not say that they count as elements. */
	private static final Set<String> PARTS = Set.of("column", "standard_icon", "custom_icon", "text_tag",
			"fallback_text");

	/** The platform has no name for {@code overflow}, which is interactive too. */
	private static final Set<String> INTERACTIVE = Set.of("button", "input", "select_static", "multi_select_static",
			"select_person", "multi_select_person", "date_picker", "picker_time", "picker_datetime", "select_img",
			"checker");

	boolean is(String tag) {
		return this.tag.equals(tag);
	}

	boolean isIn(String container) {
		return this.containers.contains(container);
	}

	boolean counts() {
		return !PARTS.contains(this.tag);
	}

	boolean isInteractive() {
		return INTERACTIVE.contains(this.tag);
	}

	String text(String property) {
		return this.json.path(property).stringValue("");
	}

	CardPlace at(String property) {
		return this.place.property(property);
	}

}
