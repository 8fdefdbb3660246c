package io.ephemeral.feishu.simulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A component or a text element of a card.
 *
 * @param containers the tags of the containers around it, from the outermost
 */
record CardElement(String tag, JsonNode json, CardPlace place, List<String> containers) {

	boolean is(String tag) {
		return this.tag.equals(tag);
	}

	boolean isIn(String container) {
		return this.containers.contains(container);
	}

	String text(String property) {
		return this.json.path(property).asString("");
	}

	CardPlace at(String property) {
		return this.place.property(property);
	}

}
