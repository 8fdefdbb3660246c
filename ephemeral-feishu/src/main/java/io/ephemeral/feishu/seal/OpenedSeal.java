package io.ephemeral.feishu.seal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Content of a seal that allows a click.
 *
 * @param state state of the action: an object without the name of the action
 * @param conditions conditions of the seal: an object that seals another component with
 * the same conditions. If the seal can be used once, both components together can be used
 * once
 */
public record OpenedSeal(JsonNode state, JsonNode conditions) {

	/**
	 * Returns the id of the use.
	 * @return the id if the seal can be used once; null otherwise
	 */
	public @Nullable String onceId() {
		return conditions().path(ActionSealer.ONCE).stringValue(null);
	}

	@Override
	public String toString() {
		return "OpenedSeal";
	}

}
